/* Its macros check the arguments of a call by name; here calls go through a pointer. */
#define CURL_DISABLE_TYPECHECK

#include "CCurl.h"

#include <dlfcn.h>
#include <stddef.h>

/* Every function of libcurl that is used, with the type that its header gives it. */
#define FUNCTIONS(each)       \
    each(curl_global_init)    \
    each(curl_easy_init)      \
    each(curl_easy_cleanup)   \
    each(curl_easy_perform)   \
    each(curl_easy_send)      \
    each(curl_easy_recv)      \
    each(curl_easy_setopt)    \
    each(curl_easy_getinfo)   \
    each(curl_slist_append)   \
    each(curl_slist_free_all) \
    each(curl_url)            \
    each(curl_url_cleanup)    \
    each(curl_url_set)        \
    each(curl_url_get)        \
    each(curl_free)

#define FIELD(name) __typeof__(name) *name;
static struct { FUNCTIONS(FIELD) } libcurl;

static const char library_name[] = "libcurl.so.4";

int afterword_curl_load(void) {
    /* Never closed: it is wanted until the program ends. Lazily, as the linker had it: most of what it brings along is
     * for other protocols, and a tenth of the five milliseconds that this takes goes into binding that. */
    void *library = dlopen(library_name, RTLD_LAZY | RTLD_LOCAL);
    if (library == NULL) {
        return 0;
    }
#define LOOK_UP(name)                                \
    *(void **)&libcurl.name = dlsym(library, #name); \
    if (libcurl.name == NULL) {                      \
        return 0;                                    \
    }
    FUNCTIONS(LOOK_UP)
    return libcurl.curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

CURL *afterword_curl_easy_init(void) {
    return libcurl.curl_easy_init();
}

void afterword_curl_easy_cleanup(CURL *handle) {
    libcurl.curl_easy_cleanup(handle);
}

CURLcode afterword_curl_easy_perform(CURL *handle) {
    return libcurl.curl_easy_perform(handle);
}

CURLcode afterword_curl_easy_send(CURL *handle, const void *bytes, size_t length, size_t *sent) {
    return libcurl.curl_easy_send(handle, bytes, length, sent);
}

CURLcode afterword_curl_easy_recv(CURL *handle, void *room, size_t length, size_t *received) {
    return libcurl.curl_easy_recv(handle, room, length, received);
}

CURLcode afterword_curl_set_long(CURL *handle, CURLoption option, long value) {
    return libcurl.curl_easy_setopt(handle, option, value);
}

CURLcode afterword_curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return libcurl.curl_easy_setopt(handle, option, value);
}

CURLcode afterword_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return libcurl.curl_easy_setopt(handle, option, value);
}

CURLcode afterword_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return libcurl.curl_easy_setopt(handle, option, value);
}

CURLcode afterword_curl_set_data_function(CURL *handle, CURLoption option, curl_write_callback function) {
    return libcurl.curl_easy_setopt(handle, option, function);
}

CURLcode afterword_curl_set_progress_function(CURL *handle, curl_xferinfo_callback function) {
    return libcurl.curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, function);
}

CURLcode afterword_curl_set_debug_function(CURL *handle, curl_debug_callback function) {
    return libcurl.curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, function);
}

CURLcode afterword_curl_set_open_socket_function(CURL *handle, curl_opensocket_callback function) {
    return libcurl.curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, function);
}

CURLcode afterword_curl_set_close_socket_function(CURL *handle, curl_closesocket_callback function) {
    return libcurl.curl_easy_setopt(handle, CURLOPT_CLOSESOCKETFUNCTION, function);
}

curl_socket_t afterword_curl_active_socket(CURL *handle) {
    curl_socket_t connection = CURL_SOCKET_BAD;
    CURLcode code = libcurl.curl_easy_getinfo(handle, CURLINFO_ACTIVESOCKET, &connection);
    return code == CURLE_OK ? connection : CURL_SOCKET_BAD;
}

struct curl_slist *afterword_curl_slist_append(struct curl_slist *list, const char *text) {
    return libcurl.curl_slist_append(list, text);
}

void afterword_curl_slist_free_all(struct curl_slist *list) {
    libcurl.curl_slist_free_all(list);
}

CURLU *afterword_curl_url(void) {
    return libcurl.curl_url();
}

void afterword_curl_url_cleanup(CURLU *url) {
    libcurl.curl_url_cleanup(url);
}

CURLUcode afterword_curl_url_set(CURLU *url, CURLUPart part, const char *value, unsigned int flags) {
    return libcurl.curl_url_set(url, part, value, flags);
}

CURLUcode afterword_curl_url_get(CURLU *url, CURLUPart part, char **value, unsigned int flags) {
    return libcurl.curl_url_get(url, part, value, flags);
}

void afterword_curl_free(void *text) {
    libcurl.curl_free(text);
}
