/* glibc's resolver. Swift sees neither its macros nor its fields of bits. */
#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <resolv.h>
#include <stdio.h>
#include <string.h>

/// Asks the system's name servers for the MX or SRV records of a name, once, for `seconds` at the longest with each.
/// Each record is written to `text` as a line of its own: "PREFERENCE HOST" of an MX record, "PRIORITY WEIGHT PORT HOST"
/// of an SRV record; what no longer fits is left out. `address` and `port` name another server to ask, for tests; NULL
/// the system's. -1 where there was no answer, else the number of lines.
static inline int afterword_dns_records(
    const char *name, int is_srv, int seconds, const char *address, int port, char *text, size_t size) {
    struct __res_state state;
    memset(&state, 0, sizeof state);
    if (size == 0 || res_ninit(&state) != 0) return -1;
    state.retrans = seconds;
    state.retry = 1;
    if (address != NULL) {
        struct sockaddr_in *first = &state.nsaddr_list[0];
        first->sin_family = AF_INET;
        first->sin_port = htons((unsigned short)port);
        inet_pton(AF_INET, address, &first->sin_addr);
        state.nscount = 1;
    }
    unsigned char answer[16384];
    int length = res_nquery(&state, name, ns_c_in, is_srv ? ns_t_srv : ns_t_mx, answer, sizeof answer);
    res_nclose(&state);
    ns_msg message;
    if (length < 0 || length > (int)sizeof answer || ns_initparse(answer, length, &message) != 0) return -1;
    int lines = 0;
    size_t used = 0;
    text[0] = 0;
    for (int index = 0; index < ns_msg_count(message, ns_s_an); index++) {
        ns_rr record;
        int fixed = is_srv ? 6 : 2;
        if (ns_parserr(&message, ns_s_an, index, &record) != 0) break;
        if (ns_rr_type(record) != (is_srv ? ns_t_srv : ns_t_mx) || ns_rr_rdlen(record) <= fixed) continue;
        const unsigned char *data = ns_rr_rdata(record);
        char host[NS_MAXDNAME];
        if (ns_name_uncompress(ns_msg_base(message), ns_msg_end(message), data + fixed, host, sizeof host) < 0) continue;
        int written = is_srv
            ? snprintf(
                text + used, size - used, "%u %u %u %s\n", ns_get16(data), ns_get16(data + 2), ns_get16(data + 4), host)
            : snprintf(text + used, size - used, "%u %s\n", ns_get16(data), host);
        if (written < 0 || (size_t)written >= size - used) {
            text[used] = 0;
            break;
        }
        used += (size_t)written;
        lines++;
    }
    return lines;
}
