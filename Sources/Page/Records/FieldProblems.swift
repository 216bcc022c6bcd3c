/// What is wrong with the fields of a form, while it is read.
struct FieldProblems {
    private var faults: [FieldProblem] = []

    var isEmpty: Bool { faults.isEmpty }

    var all: [FieldProblem] { faults }

    /// What stands at each field, and on top.
    var errors: FieldErrors { FieldErrors(faults) }

    /// - Parameter field: its id; nil where the whole form is meant.
    mutating func add(_ problem: any Error, at field: String?) { faults.append(FieldProblem(field, problem)) }

    /// What a field says; nil where it is wrong, which is taken down.
    mutating func take<Value>(_ field: String?, _ read: () throws -> Value) -> Value? {
        do {
            return try read()
        } catch let problem as FieldProblem {
            faults.append(problem)
            return nil
        } catch {
            add(error, at: field)
            return nil
        }
    }
}
