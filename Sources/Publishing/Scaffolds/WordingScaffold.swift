extension SiteScaffold {
    /// R-2, R-8 and R-10 of the safety rules.
    static let wording = #"""
        # Words that this site does not use, and what to write instead. `suicide` and `banned` are errors, `avoid` warnings.
        # Patterns match whole words: 'works' is one, 'networks' is none; 'safe' is one, 'safety' is none.
        suicide:
          - {pattern: '\bcommit(s|ted|ting)? suicide\b', use: "died by suicide, or attempted suicide"}
          - {pattern: '\b(successful|failed|unsuccessful|completed) (suicides?|(suicide )?attempts?)\b', use: "died by suicide, or survived an attempt"}
          - {pattern: '\bcompleted? suicide\b', use: "died by suicide"}
          - {pattern: '\b(suicide )?epidemic\b|\bskyrocket(s|ed|ing)?\b', use: "say what was counted, without drama"}
          - {pattern: '\bhopeless\b|\bonly way out\b|\blast hope\b', use: "remove; say that help is there"}
          - {pattern: '\bsuicide attempts? (was|were|is|has been|had been) (successful|unsuccessful|completed)\b|\bsuicide attempts? (has |have |had )?failed\b', use: "died by suicide, or survived an attempt"}
          - {pattern: '\b((es)?ketamine|spravato)( (can|could|may|might|will|would|does|has|been|is|was|shown|known|proven|to|help|helps|also)){0,5} (prevent|stop|reduce|lower)(s|ed|ing)? (the (risk|rate|number) of )?suicides?\b', use: "has not been shown to prevent suicide"}
        banned:
          - {pattern: '\b(addict|junkie|abuser|druggie)s?\b', use: "person with a substance use disorder"}
          - {pattern: '\bschizophrenics?\b|\bbipolars\b|\bdepressives\b|\bthe (mentally ill|depressed)\b', use: "people with …"}
          - {pattern: '\bfailed? ((two|three|four|2|3|4|several|multiple|many|all) )?(drugs|medications|treatments|trials)\b', use: "did not get better with"}
          - {pattern: '\bcure[sd]?\b|\bmiracle\b|\bmagic\b|\bguaranteed\b|\brisk-free\b|\bno side effects\b|\bnon-?addictive\b|\bharmless\b', use: "remove"}
          - {pattern: '\bNMDA receptor villain\b', use: "NMDA receptor antagonist"}
          - {pattern: '\bdendritic (spinal columns?|backs?)\b', use: "dendritic spines"}
          - {pattern: '\b(shown|proven) to work\b|\bsafe and effective\b', use: "say what was measured, and how sure we are"}
        avoid:
          - {pattern: '\b(revolutionary|breakthrough|game-?chang(er|ing)|life-?changing|lifesaving|powerful|profound|remarkable|amazing|unprecedented|cutting-?edge|gold standard)\b', use: "say what was measured"}
          - {pattern: '\brewires?\b|\breset(s|ting)? (your|the|her|his|their) brain\b|\bheal(s|ing)?\b|\broot cause\b|\bunlocks?\b|\bwindow of neuroplasticity\b', use: "a claim without proof: remove"}
          - {pattern: '\bsuffer(s|ing)? from\b|\bvictim of\b|\bstruggl(e|es|ed|ing)\b', use: "lives with, or has"}
          - {pattern: '\bsafe\b|\bwell[- ]tolerated\b|\beffective\b|\bworks\b', use: "give certainty and a reference in the same sentence"}
          - {pattern: '\b(only|just|simply)\b', use: "remove where it sounds like blame"}
          - {pattern: '\bjourneys?\b|\btrips?\b|\bmedicine space\b|\bsacred\b|\bsitters?\b', use: "words of retreats: say 'session', 'staff'"}
        # Verbs too strong for the certainty of a finding. High: 'lowers'. Moderate: 'probably lowers'. Low: 'may lower'.
        # Very low: 'we do not know if'. None: 'no good studies yet'.
        tooStrong:
          moderate: [proves, proven, works, shown to work, safe and effective]
          low: [proves, proven, works, shown to work, safe and effective, probably, lowers, raises, makes, improves, reduces, eases, relieves, prevents, helps]
          very-low: [proves, proven, works, shown to work, safe and effective, probably, lowers, raises, makes, improves, reduces, eases, relieves, prevents, helps, may help, may lower, may raise, may make, may improve, may reduce, may ease, may relieve, may prevent]
          none: [proves, proven, works, shown to work, safe and effective, probably, lowers, raises, makes, improves, reduces, eases, relieves, prevents, helps, may help, may lower, may raise, may make, may improve, may reduce, may ease, may relieve, may prevent]

        """#
}
