import Composer
import Etiquette

extension Wording {
    /// The voices that there are, to follow a semicolon.
    package static func allowed(_ voices: [Voice]) -> String {
        voices.isEmpty
            ? "this language has none" : "allowed: " + voices.map(\.rawValue).joined(separator: ", ")
    }
}

extension Language.Fault {
    /// What is wrong in the file of a language, and what to do.
    package var words: String {
        switch self {
        case .line:
            "this line does not belong in a language file; write 'date:', 'weekdays:', 'months:' or another key of docs/languages.md, "
                + "once each, with '#' before a comment."
        case .date:
            "a date is written with {day} and {month}, and perhaps {weekday} and {year}; correct the pattern."
        case .names(let expected): "\(expected) names belong here, with commas between them."
        case .missing(let key): "'\(key):' is missing; add it."
        case .length: "the fewest and the most words belong here, such as 45-120."
        case .opening:
            "a form of address has {name} in it, and one is for everybody: Guten Tag {name}, Frau = Sehr geehrte {name}."
        }
    }
}

extension TemplateComplaint.Flaw {
    /// As other programs read it.
    package var code: String {
        switch self {
        case .broken: "broken"
        case .lacks: "missing-field"
        case .length: "length"
        case .asks: "asks-about-result"
        case .questions: "questions"
        case .sameOpening: "same-opening"
        case .unread: "unread"
        case .words: "word-list"
        case .untold: "no-language-file"
        }
    }

    /// What is wrong, and what to do; for what is broken the problem speaks.
    fileprivate var words: Sentence {
        switch self {
        case .broken(let problem): problem.sentence
        case .lacks(let fields):
            "it must say " + fields.map { "{{\($0.rawValue)}}" }.joined(separator: ", ")
                + "; add what is missing."
        case .length(let words, let allowed):
            words < allowed.lowerBound
                ? "with short names it has \(words) words, fewer than \(allowed.lowerBound); write a little more."
                : "with long names it has \(words) words, more than \(allowed.upperBound); shorten it."
        case .asks(let sentence): "a thank-you should ask nothing: \(Wording.quoted(sentence))"
        case .questions(let count):
            "it asks \(count == 0 ? "nothing" : "\(count) questions"); one plain question belongs in it."
        case .sameOpening(let other, let sentence):
            "it begins as \(other) does, with \(Wording.quoted(sentence)); word it differently."
        case .words(let problem): problem.sentence
        case .untold:
            "there is no language.txt in this folder, so days are written like 2026-11-20 and little is proofread; "
                + "docs/languages.md says what belongs in it."
        case .unread:
            "no template in this folder is used; it belongs in one named after a language, such as en-GB, or beside "
                + "those."
        }
    }
}

extension Wording {
    /// One sentence about a template, its file first.
    package static func text(_ complaint: TemplateComplaint) -> Sentence {
        complaint.isBroken ? complaint.flaw.words : "\(complaint.file): \(complaint.flaw.words)"
    }
}

extension Wording {
    /// What became of a copy.
    package static func text(_ copy: TemplateCopy) -> Sentence {
        switch copy.outcome {
        case .copied: "copied: \(copy.path)"
        case .same: "already there: \(copy.path)"
        case .kept:
            "kept: \(copy.path) is your own; give \(.replacement) to put the shipped text in its place."
        case .replaced: "replaced: \(copy.path)\(copy.former.map { "; the former text is in \($0)" } ?? "")"
        }
    }
}
