use super::roster::tests::person;
use super::*;

/// Reads paragraphs and writes each turn as `name: words`.
fn read(text: &str) -> Vec<String> {
    let people = vec![
        person(0, "The Secretary", ""),
        person(1, "Anton Orlo", "Valdorian Foreign Minister"),
        person(2, "Peter Vey", "Valdorian Ambassador"),
        person(3, "Ada Rivel", "Desk Officer"),
    ];
    let mut paragraphs = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        if !line.is_empty() {
            paragraphs.push(Span::new(at, at + line.len()));
        }
        at += line.len() + 1;
    }
    let drafter = text.contains("I said").then(|| PersonId::from_index(3));
    let found = reported(Prose { text, paragraphs: &paragraphs, people: &people, drafter });
    let all: Vec<&Participant> = people.iter().chain(&found.people).collect();
    found
        .turns
        .iter()
        .map(|turn| {
            let names: Vec<&str> =
                turn.speakers.iter().map(|id| all[id.index()].name.as_str()).collect();
            format!("{}: {}", names.join("+"), turn.span.of(text))
        })
        .collect()
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(read(text), expected, "{text}");
}

#[test]
fn sentences_go_on_with_their_speaker() {
    check(
        "The Secretary said it rained. The roads would suffer. He hoped not.\nMr. Orlo agreed. Rain was bad.",
        &[
            "The Secretary: The Secretary said it rained. The roads would suffer. He hoped not.",
            "Anton Orlo: Mr. Orlo agreed. Rain was bad.",
        ],
    );
    check(
        "Mr. Orlo said it rained.\nThe dam would break. No help was near.\nThe Ambassador replied.",
        &[
            "Anton Orlo: Mr. Orlo said it rained.\nThe dam would break. No help was near.",
            "Peter Vey: The Ambassador replied.",
        ],
    );
}

#[test]
fn roles_and_pronouns() {
    check(
        "The Foreign Minister asked about tin. He replied that it was dear.",
        &["Anton Orlo: The Foreign Minister asked about tin. He replied that it was dear."],
    );
    check(
        "The Secretary asked Mr. Vey about tin. He replied that it was dear.",
        &[
            "The Secretary: The Secretary asked Mr. Vey about tin.",
            "Peter Vey: He replied that it was dear.",
        ],
    );
    check(
        "Mr. Orlo spoke of tin. I said it was dear. He agreed.",
        &[
            "Anton Orlo: Mr. Orlo spoke of tin.",
            "Ada Rivel: I said it was dear.",
            "Anton Orlo: He agreed.",
        ],
    );
}

#[test]
fn a_sentence_may_have_several_speakers() {
    check(
        "Mr. Orlo said it rained, and the Secretary agreed.",
        &["Anton Orlo: Mr. Orlo said it rained, and", "The Secretary: the Secretary agreed."],
    );
    check(
        "Mr. Orlo and the Secretary agreed that it rained.",
        &["Anton Orlo+The Secretary: Mr. Orlo and the Secretary agreed that it rained."],
    );
}

#[test]
fn whoever_is_quoted_does_not_speak() {
    check(
        "Mr. Orlo said that the Secretary had asked him. King Bela thought so too. As the Secretary said, it rained.",
        &[
            "Anton Orlo: Mr. Orlo said that the Secretary had asked him. King Bela thought so too. As the Secretary said, it rained.",
        ],
    );
}

#[test]
fn nobody_speaks_in_narration() {
    check(
        "The Ambassador called on the Secretary at noon.\nMr. Vey said it rained.\nRain\nIt was heavy.\n(Mr. Vey left.)\nThe meeting ended at one.\nComment: Mr. Vey said little.",
        &["Peter Vey: Mr. Vey said it rained.", "Peter Vey: It was heavy."],
    );
}

#[test]
fn somebody_unlisted_may_be_at_the_table() {
    check(
        "General Bela said it rained. It was cold.\nMr. Orlo agreed. President Ilk thought so.",
        &[
            "Bela: General Bela said it rained. It was cold.",
            "Anton Orlo: Mr. Orlo agreed. President Ilk thought so.",
        ],
    );
}

#[test]
fn cue_and_addressee_and_quotation() {
    let text = "The Secretary told Mr. Orlo that it rained. “We shall all be wet,” he said.";
    let people = [person(0, "The Secretary", ""), person(1, "Anton Orlo", "")];
    let paragraphs = [Span::new(0, text.len())];
    let found = reported(Prose { text, paragraphs: &paragraphs, people: &people, drafter: None });
    let turn = &found.turns[0];
    let cue = turn.cue.as_ref().unwrap();
    assert_eq!((cue.subject.text.as_str(), cue.verb.text.as_str()), ("The Secretary", "told"));
    assert_eq!(turn.addressee.as_ref().and_then(|a| a.person), Some(PersonId::from_index(1)));
    assert_eq!(turn.quotations[0].of(text), "We shall all be wet,");
}
