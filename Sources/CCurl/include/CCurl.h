#ifndef AFTERWORD_CCURL_H
#define AFTERWORD_CCURL_H

#include <curl/curl.h>

/*
 * The doors to libcurl that sending and listening need; types and constants are those of its own header.
 *
 * libcurl brings some thirty libraries along, which would take as long to load as everything else that most commands
 * do, and most commands talk to no server: so it is loaded for the first conversation, not when the program starts.
 *
 * Each function is libcurl's of the same name. Only after afterword_curl_load may any other be called.
 */

/* Loads the library and sets it up, once, before anything else here is called. 0 where this machine has none. */
int afterword_curl_load(void);

CURL *afterword_curl_easy_init(void);
void afterword_curl_easy_cleanup(CURL *handle);
CURLcode afterword_curl_easy_perform(CURL *handle);
CURLcode afterword_curl_easy_send(CURL *handle, const void *bytes, size_t length, size_t *sent);
CURLcode afterword_curl_easy_recv(CURL *handle, void *room, size_t length, size_t *received);

/* Swift cannot call variadic C: one typed door for each shape of option. */
CURLcode afterword_curl_set_long(CURL *handle, CURLoption option, long value);
CURLcode afterword_curl_set_text(CURL *handle, CURLoption option, const char *value);
CURLcode afterword_curl_set_pointer(CURL *handle, CURLoption option, void *value);
CURLcode afterword_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value);
/* CURLOPT_READFUNCTION, CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION share one signature. */
CURLcode afterword_curl_set_data_function(CURL *handle, CURLoption option, curl_write_callback function);
CURLcode afterword_curl_set_progress_function(CURL *handle, curl_xferinfo_callback function);
CURLcode afterword_curl_set_debug_function(CURL *handle, curl_debug_callback function);
CURLcode afterword_curl_set_open_socket_function(CURL *handle, curl_opensocket_callback function);
CURLcode afterword_curl_set_close_socket_function(CURL *handle, curl_closesocket_callback function);

/* CURL_SOCKET_BAD where there is no connection. */
curl_socket_t afterword_curl_active_socket(CURL *handle);

struct curl_slist *afterword_curl_slist_append(struct curl_slist *list, const char *text);
void afterword_curl_slist_free_all(struct curl_slist *list);

CURLU *afterword_curl_url(void);
void afterword_curl_url_cleanup(CURLU *url);
CURLUcode afterword_curl_url_set(CURLU *url, CURLUPart part, const char *value, unsigned int flags);
/* What it gives away is the caller's, to be given to afterword_curl_free. */
CURLUcode afterword_curl_url_get(CURLU *url, CURLUPart part, char **value, unsigned int flags);
void afterword_curl_free(void *text);

#endif
