/// Words by which departments, firms and mailboxes are called, and nobody else.
enum DepartmentWords {
    /// The first word of a name that is one of them, as it stands there.
    static func first(in name: String) -> String? {
        name.split { !$0.isAnyLetter }.first { all.contains($0.lowercased()) }.map(String.init)
    }

    private static let all: Set<String> = [
        "acquisition", "admin", "administration", "administrator", "admissions", "applications", "bewerbung",
        "bewerbungen", "careers", "committee", "council", "department", "dept", "donotreply", "enquiries",
        "gmbh", "group", "helpdesk", "hiring", "hr", "humaines", "humanos", "inbox", "inc", "info",
        "inquiries", "interviewer", "interviewers", "karriere", "limited", "llc", "llp", "ltd", "madam",
        "mailbox", "nhs", "noreply", "office", "panel", "personalabteilung", "personnel", "plc", "postmaster",
        "reception", "recruiter", "recruiters", "recruiting", "recruitment", "recrutement", "recursos",
        "resources", "resourcing", "ressources", "rrhh", "secretariat", "staffing", "support", "team",
        "university", "vacancies", "webmaster",
    ]
}
