//! Certainty that shifts in the clause that two partly linked passages share.

use super::*;
use crate::compare::FindingKind;

/// The findings of some kinds in two texts that have more in common than a sentence, with their counterparts.
fn told(left: &str, right: &str, kinds: &[FindingKind]) -> Vec<String> {
    let all = [left, right].map(|text| {
        format!("{text} The wreck was found near the village of Orlov on Sunday evening.\n\nThe families of the crew were told by telephone.")
    });
    let (story, found) = findings([&all[0], &all[1]], &Lexicon::bundled());
    let hedges = found.iter().filter(|finding| kinds.contains(&finding.kind));
    let with_counterpart = |finding: &Finding| {
        let text = |side: Side| &story.articles[ArticleId::new(side.index())].text;
        let there = finding.counterpart.map_or("·", |span| span.of(text(finding.side.other())));
        format!("{} -> {there}", Span::from(finding.span).of(text(finding.side)))
    };
    hedges.map(with_counterpart).collect()
}

#[test]
fn a_fact_here_and_a_likelihood_there_is_told() {
    for (left, right, expected) in [
        (
            "The transport plane may have been shot down by a missile, officials in the capital said, while the search for its recorder went on in heavy snow.",
            "The transport plane was shot down by a missile over the border on Sunday, hours after the second round of talks had ended without a date.",
            "may have been shot down by a missile -> was shot",
        ),
        (
            "A gas leak probably caused the blast at the flour mill, which had been inspected twice since the spring by the county.",
            "A gas leak caused the blast at the flour mill, a fire officer told residents who had gathered in the school hall at noon.",
            "probably -> caused",
        ),
        (
            "The new tax could close dozens of village shops, the traders' union said in a letter to all members of the assembly.",
            "The new tax will close dozens of village shops within a year, and the assembly votes on it next Tuesday in a late sitting.",
            "could -> close",
        ),
    ] {
        assert_eq!(told(left, right, &[FindingKind::Hedge, FindingKind::Interpretation]), [expected], "{left}");
    }
}

#[test]
fn what_is_not_shared_or_as_uncertain_is_not_told() {
    for (left, right) in [
        // Both leave it open, each in its own words.
        (
            "The transport plane may have been shot down by a missile, officials in the capital said, while the search for its recorder went on.",
            "The transport plane is believed to have been shot down by a missile over the border, hours after the talks had ended.",
        ),
        (
            "Police say at least 1,130 people are confirmed dead in Nepal, where the quake struck a little before noon on Saturday.",
            "Authorities say at least 688 people are confirmed dead in Nepal. Other deaths occurred in India and in Tibet.",
        ),
        // Another clause.
        (
            "The transport plane crashed near the border on Sunday, and the talks may be delayed by a week, the ministry said in the evening.",
            "The transport plane crashed near the border on Sunday, and flights to the north were delayed by the snow until Monday morning.",
        ),
        // The same verb of another.
        (
            "The transport plane crashed near the border; a second crew may have been killed in the rescue, the ministry said in the evening.",
            "The transport plane crashed near the border on Sunday, and two farmers were killed on the ground by burning parts of a wing.",
        ),
        (
            "The transport plane crashed near the border, and its pilot could not be reached by the tower before noon, the ministry said.",
            "The transport plane crashed near the border on Sunday, and the pilot was reached by rescuers on foot after nine hours of snow.",
        ),
    ] {
        assert_eq!(told(left, right, &[FindingKind::Hedge]), [""; 0], "{left}");
    }
}
