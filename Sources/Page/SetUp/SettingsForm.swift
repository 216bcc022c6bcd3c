import Application
import Composer
import Etiquette
import Foundation
import Setup
import Wording

/// A field of the form, and the key that it stands for.
enum SettingField: String, CaseIterable {
    case name, email, zone, language, voice, hours, weekends, holidays
    case postalAddress = "postal-address"
    case thankYouAfter = "thank-you-after"
    case thankYouWithin = "thank-you-within"
    case decisionAfter = "decision-after"
    case decisionWithin = "decision-within"
    case feedbackAfter = "feedback-after"
    case feedbackWithin = "feedback-within"

    var key: String {
        switch self {
        case .name, .email: "me." + rawValue
        case .zone: "me.time_zone"
        case .postalAddress: "me.postal_address"
        case .language, .voice: rawValue
        default: "etiquette." + rawValue.replacing("-", with: "_")
        }
    }
}

/// The settings that people change: each as it is written in the configuration, empty where it is not.
struct SettingsForm {
    private(set) var values: [SettingField: String] = [:]
    /// What was shown when it was filled in.
    let seen: String

    init(_ written: WrittenConfiguration) {
        seen = written.digest
        for setting in SettingField.allCases { values[setting] = written[setting.key] ?? "" }
    }

    /// - Throws: `PageProblem.notAForm` where a field is missing that each browser sends.
    init(_ form: FormFields) throws {
        guard let seen = form["seen"] else { throw PageProblem.notAForm }
        self.seen = seen
        for setting in SettingField.allCases {
            guard let value = form[setting.rawValue] else { throw PageProblem.notAForm }
            values[setting] = value.trimmed.replacing("\r\n", with: "\n").replacing("\n", with: ", ")
        }
    }

    subscript(_ setting: SettingField) -> String { values[setting] ?? "" }

    /// What differs from what is written; an emptied field is as the advice has it.
    func changes(from written: WrittenConfiguration) -> [String: String?] {
        SettingField.allCases.reduce(into: [:]) { changes, setting in
            let (value, known) = (self[setting], written[setting.key])
            if value != known ?? "" { changes[setting.key] = .some(value.isEmpty ? nil : value) }
        }
    }

    /// What can be told of one field alone.
    var faults: [FieldProblem] {
        var faults = FieldProblems()
        _ = faults.take("name") { try Field.name.admit(self[.name]) }
        _ = faults.take("email") { try EmailAddress(self[.email]) }
        _ = faults.take("zone") { try SetupDialogue.zone(self[.zone]) }
        return faults.all
    }

    /// What the configuration says of what was typed.
    static func faults(_ problem: ConfigurationProblem) -> [FieldProblem] {
        ([problem] + problem.further).map { problem in
            let setting = SettingField.allCases.first { $0.key == problem.key }
            return FieldProblem(setting?.rawValue, RefusedSetting(problem))
        }
    }
}

/// The form as the template `settings` shows it.
struct SettingsView {
    let problems: ProblemSummary?
    let seen: String
    let you: [FormInput]
    let language: FormChoice
    let voice: FormChoice
    let hours: FormInput
    let weekends: FormChoice
    let holidays: FormInput
    let delays: [FormInput]

    /// - Parameters:
    ///   - seen: tells what is written now.
    ///   - languages: those that there are templates in.
    ///   - voices: those of the language.
    init(
        _ form: SettingsForm, seen: String, languages: [String], voices: [String], faults: [FieldProblem]
    ) {
        let errors = FieldErrors(faults)
        func input(
            _ setting: SettingField, _ label: String, _ kind: FormInput.Kind = .text, _ hint: String? = nil,
            autocomplete: String? = nil
        ) -> FormInput {
            FormInput(
                setting.rawValue, label, value: form[setting], kind: kind, hint: hint,
                error: errors[setting.rawValue], autocomplete: autocomplete)
        }
        func choice(
            _ setting: SettingField, _ legend: String, usual: String, _ options: [(String, String)],
            _ hint: String? = nil
        ) -> FormChoice {
            FormChoice(
                setting.rawValue, legend, options: [("", usual)] + options, chosen: form[setting], hint: hint,
                error: errors[setting.rawValue])
        }
        (problems, self.seen) = (errors.summary, seen)
        you = [
            input(.name, "Your name, as you sign it", autocomplete: "name"),
            input(.email, "Your email address", .email, "Your messages come from it.", autocomplete: "email"),
            input(.zone, "Your time zone", .text, "The nearest large city, such as Europe/London."),
            input(
                .postalAddress, "Your postal address", .text,
                "For the top of a thank-you card, a comma after each line. Empty: none.",
                autocomplete: "street-address"),
        ]
        language = choice(
            .language, "Language of your messages", usual: "as usual (\(Configuration.usualLanguage))",
            languages.map { ($0, $0) })
        voice = choice(
            .voice, "How your messages sound", usual: "as usual (warm)", voices.map { ($0, $0) },
            "You can choose another one for a single job when you change its interview.")
        hours = input(
            .hours, "Hours in which messages may leave", .text,
            "From and to, such as 08:00-19:00, which is usual; in the time zone of the interview.")
        weekends = choice(
            .weekends, "On Saturdays, Sundays and holidays", usual: "as usual (thank-yous only)",
            [("none", "nothing leaves"), ("thank-you", "thank-yous only"), ("all", "everything may leave")])
        holidays = input(
            .holidays, "Public holidays", .text,
            "A country or a part of one, such as GB-SCT, IE or US; none; or the path of a file with a date a line. "
                + "Empty: those of the country of the language.")
        delays = [
            input(.thankYouAfter, "Thank them, after the interview", .text, "Usually 24h."),
            input(.thankYouWithin, "… and no later than, after that", .text, "Usually 48h."),
            input(.decisionAfter, "Ask for the decision, after the interview", .text, "Usually 14d."),
            input(.decisionWithin, "… and no later than, after that", .text, "Usually 30d."),
            input(.feedbackAfter, "Ask for feedback, after bad news", .text, "Usually 24h."),
            input(.feedbackWithin, "… and no later than, after that", .text, "Usually 7d."),
        ]
    }
}
