/// How mail programs and providers name the folders of special use, in lower case, the most telling first.
/// From the defaults of Outlook, Thunderbird, Apple Mail, Gmail and Roundcube in these languages:
/// en de fr es it pt nl sv da nb fi pl cs hu ro el ru uk tr ja zh ko ar he.
enum WellKnownFolders {
    static let names: KeyValuePairs<SpecialUse, [String]> = [
        .sent: [
            "sent", "sent items", "sent messages", "sent mail", "gesendet", "gesendete objekte",
            "gesendete elemente", "gesendete", "envoyés", "éléments envoyés", "messages envoyés",
            "objets envoyés", "enviados", "elementos enviados", "mensajes enviados", "enviadas",
            "itens enviados", "e-mails enviados", "inviata", "posta inviata", "elementi inviati",
            "messaggi inviati", "inviati", "verzonden", "verzonden items", "verzonden berichten", "skickat",
            "skickade objekt", "sendt", "sendte elementer", "sendt post", "sendte", "lähetetyt",
            "lähetetyt viestit", "wysłane", "elementy wysłane", "odeslané", "odeslaná pošta", "odoslané",
            "elküldött", "elküldött elemek", "elemente trimise", "trimise", "απεσταλμένα", "отправленные",
            "надіслані", "gönderilmiş öğeler", "gönderilenler", "gönderilmiş postalar", "送信済みアイテム", "送信済みメール",
            "送信済み", "已发送", "已发送邮件", "已傳送", "寄件備份", "보낸 편지함", "보낸편지함", "البريد المرسل", "פריטים שנשלחו",
        ],
        .drafts: [
            "drafts", "draft", "entwürfe", "brouillons", "borradores", "bozze", "rascunhos", "concepten",
            "utkast", "kladder", "luonnokset", "kopie robocze", "szkice", "koncepty", "rozepsané",
            "piszkozatok", "ciorne", "πρόχειρα", "черновики", "чернетки", "taslaklar", "下書き", "草稿", "임시보관함",
            "임시 보관함", "مسودات", "טיוטות",
        ],
        .junk: [
            "junk", "junk e-mail", "junk email", "spam", "bulk mail", "bulk", "junk-e-mail", "spamverdacht",
            "unerwünscht", "werbung", "courrier indésirable", "indésirables", "pourriel", "correo no deseado",
            "no deseado", "posta indesiderata", "indesiderata", "lixo eletrônico", "lixo eletrónico",
            "ongewenste e-mail", "ongewenst", "skräppost", "uønsket e-post", "uønsket mail", "søppelpost",
            "roskaposti", "wiadomości-śmieci", "niechciane", "nevyžádaná pošta", "levélszemét",
            "mesaje nedorite", "ανεπιθύμητα", "нежелательная почта", "спам", "небажана пошта", "önemsiz",
            "gereksiz e-posta", "迷惑メール", "垃圾邮件", "垃圾郵件", "스팸함", "정크 메일", "البريد العشوائي", "דואר זבל",
        ],
        .trash: [
            "trash", "deleted items", "deleted messages", "deleted", "bin", "papierkorb", "gelöscht",
            "gelöschte elemente", "gelöschte objekte", "corbeille", "éléments supprimés", "papelera",
            "elementos eliminados", "cestino", "posta eliminata", "lixeira", "itens excluídos",
            "itens eliminados", "prullenbak", "verwijderde items", "papperskorgen", "borttagna objekt",
            "slettet post", "slettede elementer", "papirkurv", "papirkurven", "roskakori", "poistetut",
            "kosz", "elementy usunięte", "koš", "odstraněná pošta", "kuka", "törölt elemek", "coș de gunoi",
            "elemente șterse", "κάδος", "διαγραμμένα", "корзина", "удаленные", "удалённые", "кошик",
            "çöp kutusu", "silinmiş öğeler", "ゴミ箱", "削除済みアイテム", "已删除", "已删除邮件", "垃圾桶", "휴지통", "지운 편지함",
            "المهملات", "אשפה",
        ],
        .archive: [
            "archive", "archives", "archiv", "archivo", "archivio", "arquivo", "arquivo morto", "archief",
            "arkiv", "arkisto", "archiwum", "archív", "archívum", "arhivă", "αρχείο", "архив", "архів",
            "arşiv", "アーカイブ", "存档", "归档", "封存", "보관함", "أرشيف", "ארכיון",
        ],
        .all: [
            "all mail", "alle nachrichten", "tous les messages", "todos", "tutti i messaggi",
            "todos os e-mails",
        ],
    ]
}
