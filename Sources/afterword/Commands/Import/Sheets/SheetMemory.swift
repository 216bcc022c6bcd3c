import Etiquette
import Foundation
import Intake
import Setup
import Wording

/// What the user said of spreadsheets, kept so that the next export of the same columns is understood: one JSON file
/// in the configuration folder, which the user may edit or remove.
struct SheetMemory {
    private let path: String

    /// - Parameter folder: where the configuration lies.
    init(folder: String) { path = folder + "/spreadsheets.json" }

    /// One spreadsheet, told by the names of its columns.
    private struct Known: Codable, Equatable {
        let columns: [String]
        var meanings: [String: String] = [:]
        var dateOrder: String?
        var time: String?
        var length: String?
    }

    /// As large as the file may grow.
    private static let limit = 1 << 20
    /// The most spreadsheets that are remembered; the oldest goes first.
    private static let most = 50

    /// What was said of a spreadsheet with these columns; nothing where it is new.
    func answers(for columns: [String]) throws -> SheetAnswers {
        var answers = SheetAnswers()
        guard let known = try all().last(where: { $0.columns == columns }) else { return answers }
        for (column, text) in known.meanings {
            guard let meaning = ColumnMeaning(text) else { throw Broken(path: path) }
            answers.meanings[column] = meaning
        }
        answers.dateOrder = known.dateOrder.flatMap(DateOrder.init)
        answers.time = try known.time.map(WrittenAnswer.clock)
        answers.length = try known.length.map(WrittenAnswer.length)
        return answers
    }

    /// Keeps what was said; a file that can't be written is a note, since everything is recorded by then.
    func keep(_ answers: SheetAnswers, for columns: [String]) throws {
        var known = Known(columns: columns, meanings: answers.meanings.mapValues(\.name))
        known.dateOrder = answers.dateOrder?.rawValue
        known.time = answers.time.map(ClockTime.text)
        known.length = answers.length.map { "\($0 / 60)m" }
        let old = try all()
        let rest = old.filter { $0.columns != columns }
        let isEmpty = known == Known(columns: columns)
        let new = Array((rest + (isEmpty ? [] : [known])).suffix(Self.most))
        guard new != old else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            try encoder.encode(new).write(to: URL(filePath: path), options: .atomic)
        } catch {
            Output.problem("Note: \(Wording.notRemembered(path))")
        }
    }

    private func all() throws -> [Known] {
        let file: BoundedFile
        do throws(FileTrouble) {
            file = try BoundedFile(path: path, limit: Self.limit)
        } catch {
            guard error == .missing else { throw Broken(path: path) }
            return []
        }
        do {
            return try JSONDecoder().decode([Known].self, from: Data(file.bytes))
        } catch {
            throw Broken(path: path)
        }
    }

    /// The file was changed into something else.
    struct Broken: ExitCoded {
        let path: String

        var sentence: Sentence {
            "\(path), which remembers what columns mean, can't be read; correct it, or remove it to be asked again."
        }
        var exit: Exit { .configuration }
    }
}
