import Composer
import Etiquette

/// Templates as people read them.
package enum TemplateText {
    /// A heading and a line for each.
    package static func table(_ templates: [Template]) -> [String] {
        let rows =
            [["NAME", "LANGUAGE", "VOICE", "FOR", "WHOSE"]]
            + templates.map { template in
                [
                    Wording.shown(template.name), template.language.tag,
                    Wording.shown(template.voice?.rawValue ?? "every voice"), template.variant.purpose,
                    template.origin.words,
                ]
            }
        let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).map { $0.padding(to: $1) }.joined(separator: "  ") + "  " + row[4]
        }
    }

    /// The text as it stands, and what its fields stand for.
    package static func page(_ template: Template, text: String) -> [String] {
        var lines = [
            "\(Wording.shown(template.name)) (\(template.language.tag)), \(template.variant.purpose), "
                + template.origin.words,
            template.file, "",
        ]
        lines += text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
        lines.append("Fields that may stand in it:")
        let fields = fields(of: template)
        let width = (fields.map(\.rawValue.count).max() ?? 0) + 4
        for field in fields {
            lines.append("  " + "{{\(field.rawValue)}}".padding(to: width) + "  " + field.meaning)
        }
        lines.append(
            "{{#field}} … {{/field}} is left out where there is no such fact, {{^field}} … {{/field}} where there is one."
        )
        return lines
    }

    /// Those that may stand in a template of its kind.
    package static func fields(of template: Template) -> [TemplateField] {
        TemplateField.allCases.filter(template.variant.fields.contains)
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}

extension Template.Origin {
    package var words: String {
        switch self {
        case .shipped: "shipped"
        case .own: "your own"
        }
    }
}

extension Variant {
    var purpose: String {
        switch self {
        case .thankYou: "thank-you"
        case .thankYouAgency: "thank-you to an agency"
        case .thankYouCard: "thank-you card"
        case .decisionStatus: "question about the decision"
        case .feedbackRequest: "feedback request"
        }
    }
}

extension TemplateField {
    package var meaning: String {
        switch self {
        case .salutation:
            "how it greets them: as you said, else by title and family name, else by the full name"
        case .opening: "how the letter begins, in a language that has a form for it: Guten Tag Maria Weber"
        case .recipient: "the full name of the recipient"
        case .role: "the role, as it is said in a sentence"
        case .jobTitle:
            "the role, with its field and the number of the vacancy, but without pay, grade and hours"
        case .organisation:
            "the organisation, as it is said in a sentence: with its article, where it has one"
        case .employer: "the same as {{organisation}}, for templates of an earlier release"
        case .interviewDate: "the day of the interview, as the language writes it"
        case .talkingPoint: "what you talked about with this one person, as after “our conversation about …”"
        case .ownSentence:
            "your own sentence; it stands where the section on the talking point is, unless named elsewhere"
        case .earlierDate: "the day of the first interview, where there were several"
        case .decisionDate: "the day by which they said that they would decide"
        case .met: "who interviewed you, where the recipient did not"
        case .again: "a section: you have met this person in an earlier round"
        case .metBefore: "a section: you have met this person in another recruitment"
        case .inPerson, .video, .telephone: "a section: that is how the interview was held"
        case .broughtNews: "a section: this person brought you the news"
        case .sender: "your name, as you sign it"
        }
    }
}
