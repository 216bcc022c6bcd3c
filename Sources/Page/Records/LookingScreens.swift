extension Screens {
    /// The screens on which one looks things up.
    static var looking: [any Screen.Type] {
        [
            RecruitmentScreen.self, InterviewEditScreen.self, InterviewFateScreen.self, PeopleScreen.self,
            PersonScreen.self, PersonEditScreen.self, PersonVerifyScreen.self, EverythingScreen.self,
            EverythingFileScreen.self, ForgetScreen.self, AuditScreen.self, AuditCSVScreen.self,
            AuditListScreen.self,
            AuditPrintScreen.self,
            AuditStyleScreen.self, AuditCheckScreen.self, CardScreen.self, CardPrintScreen.self,
            CardStyleScreen.self, StatisticsScreen.self,
        ]
    }
}
