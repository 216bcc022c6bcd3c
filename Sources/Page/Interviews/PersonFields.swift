import Desk
import Etiquette

/// What is typed of one member of the panel.
struct PersonFields {
    /// Counted from 0.
    let index: Int
    var name = ""
    var email = ""
    var greeting = ""
    var topic = ""
    var sentence = ""
    /// Which of two names is right, where the address is known under another.
    var spelling: NameSpelling?

    init(index: Int) { self.index = index }

    init(index: Int, _ form: FormFields) {
        self.index = index
        func value(_ field: String) -> String { form[Self.id(field, index)] ?? "" }
        (name, email, greeting) = (value("name"), value("email"), value("greeting"))
        (topic, sentence) = (value("topic"), value("sentence"))
        spelling = NameSpelling(rawValue: value("spelling"))
    }

    /// The same in another place of the panel.
    func at(_ index: Int) -> PersonFields {
        var moved = PersonFields(index: index)
        (moved.name, moved.email, moved.greeting) = (name, email, greeting)
        (moved.topic, moved.sentence, moved.spelling) = (topic, sentence, spelling)
        return moved
    }

    static func id(_ field: String, _ index: Int) -> String { "person-\(index)-\(field)" }

    /// Nothing was typed.
    var isEmpty: Bool { [name, email, greeting, topic, sentence].allSatisfy { $0.isBlank } }

    /// - Throws: `FieldProblem` with the field that is wrong.
    func member() throws(FieldProblem) -> InterviewRecord.Member {
        do throws(InputProblem) {
            _ = try Field.name.admit(name)
        } catch { throw FieldProblem(Self.id("name", index), error) }
        let who: NameAndAddress
        do throws(InputProblem) {
            who = try NameAndAddress(name: name, address: email.isBlank ? nil : email.trimmed)
        } catch { throw FieldProblem(Self.id("email", index), error) }
        return try member(who)
    }

    private func member(_ who: NameAndAddress) throws(FieldProblem) -> InterviewRecord.Member {
        let remarks: [(String, Remark)] = [
            ("topic", Remark(talkingPoint: topic.told)), ("sentence", Remark(ownSentence: sentence.told)),
            ("greeting", Remark(greeting: greeting.told)),
        ]
        for (field, remark) in remarks {
            do throws(InputProblem) {
                _ = try InterviewRecord.Member(who: who, remark: remark)
            } catch { throw FieldProblem(Self.id(field, index), error) }
        }
        do throws(InputProblem) {
            return try InterviewRecord.Member(who: who, remark: remark)
        } catch { throw FieldProblem(Self.id("name", index), error) }
    }

    var remark: Remark {
        Remark(talkingPoint: topic.told, ownSentence: sentence.told, greeting: greeting.told)
    }
}

/// What is wrong with what was typed in one field.
struct FieldProblem: Error {
    /// Its id; nil where the whole form is meant.
    let field: String?
    let problem: any Error

    init(_ field: String?, _ problem: any Error) { (self.field, self.problem) = (field, problem) }
}

extension String {
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        let end = start.lastIndex { !$0.isWhitespace }
        return end.map { String(start[...$0]) } ?? ""
    }

    var isBlank: Bool { allSatisfy(\.isWhitespace) }

    /// Nil where nothing was typed.
    var told: String? { isBlank ? nil : self }
}
