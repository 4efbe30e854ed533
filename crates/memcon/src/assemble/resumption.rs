//! Speech that is interrupted and goes on: `… that—` and, after another's words, `—that …`.

use crate::model::Turn;

/// Links every turn that resumes the speaker's last but one to it.
pub(crate) fn link(turns: &mut [Turn]) {
    for at in 2..turns.len() {
        let (earlier, later) = turns.split_at_mut(at);
        let (broken, resumed) = (&earlier[at - 2], &mut later[0]);
        let same = match (broken.speaker, resumed.speaker) {
            (Some(a), Some(b)) => a == b,
            (None, None) => {
                let label = |turn: &Turn| turn.label.as_ref().map(|label| label.text.clone());
                label(broken).is_some() && label(broken) == label(resumed)
            }
            (Some(_), None) | (None, Some(_)) => false,
        };
        if same && breaks_off(&broken.text) && goes_on(&resumed.text) {
            resumed.resumes = Some(broken.index);
        }
    }
}

fn breaks_off(text: &str) -> bool {
    let text = text.trim_end_matches(['”', '"', ' ']);
    ["—", "–", "--", "…", "...", ". . ."].iter().any(|mark| text.ends_with(mark))
}

fn goes_on(text: &str) -> bool {
    let text = text.trim_start_matches(['“', '"', ' ']);
    ["—", "–", "--", "…", "...", ". . ."].iter().any(|mark| text.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PersonId;

    fn check(texts: [&str; 3], expected: Option<usize>) {
        let mut turns: Vec<Turn> = texts
            .iter()
            .enumerate()
            .map(|(index, text)| Turn {
                index,
                speaker: Some(PersonId::from_index(index % 2)),
                text: (*text).to_owned(),
                ..Turn::default()
            })
            .collect();
        link(&mut turns);
        assert_eq!(turns[2].resumes, expected, "{texts:?}");
    }

    #[test]
    fn broken_speech_is_resumed() {
        check(["It is only that—", "Really?", "—that they complain."], Some(0));
        check(["It is only…", "Really?", "…that they complain."], Some(0));
        check(["It is only that—", "Really?", "They complain."], None);
        check(["It is only that.", "Really?", "—that they complain."], None);
    }
}
