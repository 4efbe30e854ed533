use super::*;

/// Reads a sentence and writes each clause as `subject|verb|act|level`.
fn read(sentence: &str) -> Vec<String> {
    let mut reader = Reader::default();
    reader
        .clauses(sentence, Span::new(0, sentence.len()))
        .iter()
        .map(|clause| {
            format!(
                "{}|{}|{}|{:?}",
                clause.subject.of(sentence),
                clause.verb.of(sentence),
                clause.act.name(),
                clause.level
            )
        })
        .collect()
}

fn check(sentence: &str, expected: &[&str]) {
    assert_eq!(read(sentence), expected, "{sentence}");
}

#[test]
fn subject_and_verb() {
    for (sentence, clause) in [
        ("The Minister said that the dam was sound.", "The Minister|said|say|Main"),
        ("Mr. Orlo then also replied that it was.", "Mr. Orlo|replied|answer|Main"),
        ("He asked whether they knew.", "He|asked|ask|Main"),
        ("Orlo did not think so.", "Orlo|think|think|Main"),
        ("General Vey pointed out the risk.", "General Vey|pointed out|say|Main"),
        ("General Vey went on to say no.", "General Vey|went on|continue|Main"),
        (
            "The Ambassador took the position that no road was safe.",
            "The Ambassador|took the position|say|Main",
        ),
        (
            "The Ambassador expressed his strong hope for rain.",
            "The Ambassador|expressed his strong hope|say|Main",
        ),
        ("Both sides agreed.", "Both sides|agreed|agree|Main"),
        ("The Valdorian side proposed a pause.", "The Valdorian side|proposed|propose|Main"),
        ("Orlo had to tell the Minister the truth.", "Orlo|tell|report|Main"),
        ("Orlo wanted to ask about tin.", "Orlo|wanted|think|Main"),
        ("A.I. Orlov poses a question.", "A.I. Orlov|poses a question|ask|Main"),
        ("Mr. Orlo, who seemed pleased, said he understood.", "Mr. Orlo|said|say|Main"),
        ("Mr. Orlo in reply said no.", "Mr. Orlo|said|say|Main"),
    ] {
        assert_eq!(read(sentence).first().map(String::as_str), Some(clause), "{sentence}");
    }
}

#[test]
fn before_in_the_middle_and_after() {
    check("Turning to tin, Mr. Orlo remarked on prices.", &["Mr. Orlo|remarked|say|Main"]);
    check("At this point the Minister intervened.", &["the Minister|intervened|interrupt|Main"]);
    check(
        "In the long run, the Minister added, the dam would hold.",
        &["the Minister|added|continue|Main"],
    );
    check("The dam, said the Minister, would hold.", &["the Minister|said|say|Main"]);
    check("“A stick or a carrot?” asked the Minister.", &["the Minister|asked|ask|Main"]);
    check("The dam would hold, he concluded.", &["he|concluded|close|Main"]);
    check("This led Mr. Orlo to comment on tin.", &["Mr. Orlo|comment|say|Main"]);
}

#[test]
fn several_who_speak() {
    check(
        "Mr. Orlo said it was late, and Mr. Vey agreed.",
        &["Mr. Orlo|said|say|Main", "Mr. Vey|agreed|agree|Succession"],
    );
    check(
        "Mr. Orlo asked for tin, to which Mr. Vey replied that there was none.",
        &["Mr. Orlo|asked for|urge|Main", "Mr. Vey|replied|answer|Succession"],
    );
    check(
        "The Minister referred this to Mr. Orlo who explained the law.",
        &["The Minister|referred|raise|Main", "Mr. Orlo|explained|explain|Succession"],
    );
    check(
        "When Mr. Orlo asked about tin, the Minister laughed and replied.",
        &["Mr. Orlo|asked|ask|Prelude", "the Minister|replied|answer|Main"],
    );
    check(
        "Asked by Mr. Orlo whether it rained, the Minister said no.",
        &["Mr. Orlo|Asked|ask|Prelude", "the Minister|said|say|Main"],
    );
    check("The Minister and Mr. Orlo agreed.", &["The Minister and Mr. Orlo|agreed|agree|Main"]);
}

#[test]
fn told_by_the_speaker() {
    check(
        "Orlo said that the King had promised tin.",
        &["Orlo|said|say|Main", "the King|promised|promise|Embedded"],
    );
    check(
        "Orlo asked whether the King thought so.",
        &["Orlo|asked|ask|Main", "the King|thought|think|Embedded"],
    );
    check(
        "Orlo said the King believed it.",
        &["Orlo|said|say|Main", "the King|believed|think|Embedded"],
    );
}

#[test]
fn without_a_verb() {
    check("It was generally agreed that it rained.", &["It|was generally agreed|agree|Main"]);
    check(
        "There was general agreement that it rained.",
        &["There was general agreement|agreement|agree|Main"],
    );
    check("It was pointed out by Mr. Orlo that it rained.", &["Mr. Orlo|was pointed|say|Main"]);
    check(
        "In answer to Mr. Orlo’s question, the Minister said no.",
        &["the Minister|said|say|Main"],
    );
    check("Mr. Orlo listed the mines.", &["Mr. Orlo|listed|explain|Main"]);
    check("In Mr. Orlo’s view it rained.", &["Mr. Orlo|view|think|Main"]);
    check("It was the Minister’s view that it rained.", &["the Minister|view|think|Main"]);
    check("The Minister’s view was that it rained.", &["The Minister|view|think|Main"]);
    check("According to Mr. Orlo it rained.", &["Mr. Orlo|According to|say|Main"]);
    check(
        "The Minister was quite certain that it rained.",
        &["The Minister|was quite certain|think|Main"],
    );
}

#[test]
fn other_languages() {
    check("Орлов сказал, что дождь идёт.", &["Орлов|сказал|say|Main"]);
    check("Genosse Vasar antwortete, daß es regne.", &["Genosse Vasar|antwortete|answer|Main"]);
    check("Monsieur Rivel répondit que non.", &["Monsieur Rivel|répondit|answer|Main"]);
    check("El Ministro manifestó que no.", &["El Ministro|manifestó|say|Main"]);
}

#[test]
fn near_forms_that_are_none() {
    for sentence in [
        "The said agreement was signed.",
        "It is said that it rains.",
        "President Orlo’s statement was read in the hall.",
        "The report said that it rained.",
        "He was told that it rained.",
        "Tin is a metal of note.",
        "The proposed dam would cost much.",
        "The Minister would point out that.",
        "“Orlo said so.”",
        "The Minister left the room.",
    ] {
        let main: Vec<_> =
            read(sentence).into_iter().filter(|clause| !clause.ends_with("Embedded")).collect();
        assert!(main.is_empty(), "{sentence}: {main:?}");
    }
    check("As the Minister said, it rained.", &["the Minister|said|say|Embedded"]);
}

#[test]
fn to_whom() {
    let addressee = |sentence: &str| {
        let mut reader = Reader::default();
        let clauses = reader.clauses(sentence, Span::new(0, sentence.len()));
        clauses.first().and_then(|clause| clause.addressee).map(|span| span.of(sentence).to_owned())
    };
    for (sentence, expected) in [
        ("Orlo told the Minister that it rained.", Some("the Minister")),
        ("Orlo said to Mr. Vey that it rained.", Some("Mr. Vey")),
        ("Orlo informed him that it rained.", Some("him")),
        ("Orlo said the Minister knew.", None),
        ("Orlo said it rained.", None),
    ] {
        assert_eq!(addressee(sentence).as_deref(), expected, "{sentence}");
    }
}

#[test]
fn paragraphs_that_open_a_report() {
    for paragraph in [
        "The Minister said that it rained. It rained much.",
        "Mr. Orlo replied: no.",
        "1. Turning to tin, the Ambassador remarked on prices.",
        "He asked for tin.",
    ] {
        assert!(opens_report(paragraph), "{paragraph}");
    }
    for paragraph in [
        "I said that it rained.",
        "We told you so.",
        "The report said that it rained.",
        "It rained. The Minister said so.",
        "As the Minister said, it rained.",
        "You know what the Minister said.",
        "You spoke of tin.",
        "I’ve promised him tin.",
        "My Minister said, “No.”",
        "The Minister told me that it rained.",
        "",
    ] {
        assert!(!opens_report(paragraph), "{paragraph}");
    }
}

#[test]
fn comings_and_goings() {
    for sentence in [
        "The meeting ended at 6 p.m.",
        "The meeting was adjourned.",
        "At 11:00 the President joined the meeting.",
        "Mr. Orlo entered the room.",
        "The atmosphere of the conversation was friendly throughout.",
        "The Ambassador called on the Minister at his request.",
        "Mr. Orlo and the Minister left the room.",
        "There was a brief discussion of tin.",
        "A discussion of tin ensued.",
    ] {
        assert!(is_event(sentence), "{sentence}");
    }
    for sentence in [
        "The Minister said that the meeting ended.",
        "Mr. Orlo entered the conversation by saying no.",
        "The meeting was a mistake.",
        "There was no hope of such a meeting.",
        "It rained.",
        "It came to one tank.",
        "He believed that Orlo left the room.",
    ] {
        assert!(!is_event(sentence), "{sentence}");
    }
}

#[test]
fn what_recurs_without_end_is_read() {
    for unit in ["both ", "the ", "then ", "of the ", "and he ", "“", "(", "said "] {
        let sentence = unit.repeat(20_000) + "said";
        assert!(read(&sentence).len() <= 20_001, "{unit}");
    }
}

#[test]
fn stops_and_abbreviations() {
    for (before, after, expected) in [
        ("Mr", "The", false),
        ("U.S", "The", true),
        ("U.S", "Government", false),
        ("soon", "Orlo", true),
        ("J", "Orlo", false),
    ] {
        assert_eq!(lexicon::ends(before, after), expected, "{before}. {after}");
    }
}
