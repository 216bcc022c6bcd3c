/// Finds a recruitment by its name whether it has ended or not. Without it each interview of a batch reads all
/// recruitments that there are.
enum Migration4 {
    static let name = "4"

    static let sql = "CREATE INDEX recruitmentSame ON recruitment(sameOrganisation, sameRole);"
}
