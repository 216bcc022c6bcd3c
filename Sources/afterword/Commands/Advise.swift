import ArgumentParser
import Desk
import Etiquette

/// What to do, and what to leave alone, today.
struct Advise: HouseCommand {
    static let configuration = CommandConfiguration(
        abstract: "What to do, and what to leave alone, today.", discussion: "EXAMPLE\n  afterword advise")

    @OptionGroup var output: JSONOption

    struct Document: Encodable {
        let code: String
        let text: String
        @OrNull var message: Int64?
    }

    func run(in house: House) throws -> Exit {
        let advice = try house.desk.advise(at: house.now)
        guard !output.json else {
            try JSON.print(
                advice.map {
                    Document(code: $0.code.rawValue, text: Wording.text($0), message: $0.message?.id.rawValue)
                })
            return .done
        }
        for item in advice { Output.line("• " + Wording.text(item)) }
        return .done
    }
}
