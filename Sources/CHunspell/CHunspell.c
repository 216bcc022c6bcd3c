#include "CHunspell.h"

#include <dlfcn.h>
#include <hunspell/hunspell.h>
#include <iconv.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Every function of Hunspell that is used, with the type that its header gives it. */
#define FUNCTIONS(each)              \
    each(Hunspell_create)            \
    each(Hunspell_destroy)           \
    each(Hunspell_spell)             \
    each(Hunspell_suggest)           \
    each(Hunspell_free_list)         \
    each(Hunspell_get_dic_encoding)

#define FIELD(name) __typeof__(name) *name;
static struct { FUNCTIONS(FIELD) } hunspell;

static const char library_name[] = "libhunspell-1.7.so.0";

struct afterword_dictionary {
    Hunhandle *handle;
    /* Both are (iconv_t)-1 where the dictionary is UTF-8 itself. */
    iconv_t inward, outward;
};

/* Hunspell counts the users of its table of letters without a lock: made or freed by two threads at a time, it would lose
 * the capitals of every dictionary in memory. */
static pthread_mutex_t making = PTHREAD_MUTEX_INITIALIZER;

static const iconv_t no_conversion = (iconv_t)-1;

int afterword_hunspell_load(void) {
    /* Never closed: it is wanted until the program ends. */
    void *library = dlopen(library_name, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        return 0;
    }
#define LOOK_UP(name)                                 \
    *(void **)&hunspell.name = dlsym(library, #name); \
    if (hunspell.name == NULL) {                      \
        return 0;                                     \
    }
    FUNCTIONS(LOOK_UP)
    return 1;
}

afterword_dictionary *afterword_dictionary_new(const char *affixes, const char *words) {
    afterword_dictionary *dictionary = malloc(sizeof *dictionary);
    if (dictionary == NULL) {
        return NULL;
    }
    dictionary->inward = dictionary->outward = no_conversion;
    pthread_mutex_lock(&making);
    dictionary->handle = hunspell.Hunspell_create(affixes, words);
    pthread_mutex_unlock(&making);
    if (dictionary->handle == NULL) {
        free(dictionary);
        return NULL;
    }
    const char *encoding = hunspell.Hunspell_get_dic_encoding(dictionary->handle);
    if (encoding != NULL && strcasecmp(encoding, "UTF-8") != 0) {
        dictionary->inward = iconv_open(encoding, "UTF-8");
        dictionary->outward = iconv_open("UTF-8", encoding);
        if (dictionary->inward == no_conversion || dictionary->outward == no_conversion) {
            afterword_dictionary_free(dictionary);
            return NULL;
        }
    }
    return dictionary;
}

void afterword_dictionary_free(afterword_dictionary *dictionary) {
    if (dictionary->inward != no_conversion) {
        iconv_close(dictionary->inward);
    }
    if (dictionary->outward != no_conversion) {
        iconv_close(dictionary->outward);
    }
    pthread_mutex_lock(&making);
    hunspell.Hunspell_destroy(dictionary->handle);
    pthread_mutex_unlock(&making);
    free(dictionary);
}

/* A copy in another character set; NULL where it has no such character. */
static char *converted(iconv_t conversion, const char *text) {
    if (conversion == no_conversion) {
        return strdup(text);
    }
    size_t length = strlen(text), room = 4 * length;
    char *result = malloc(room + 1), *end = result, *rest = (char *)text;
    if (result == NULL) {
        return NULL;
    }
    iconv(conversion, NULL, NULL, NULL, NULL);
    if (iconv(conversion, &rest, &length, &end, &room) == (size_t)-1) {
        free(result);
        return NULL;
    }
    *end = '\0';
    return result;
}

int afterword_dictionary_knows(afterword_dictionary *dictionary, const char *word) {
    if (dictionary->inward == no_conversion) {
        return hunspell.Hunspell_spell(dictionary->handle, word) != 0;
    }
    char *own = converted(dictionary->inward, word);
    int knows = own != NULL && hunspell.Hunspell_spell(dictionary->handle, own) != 0;
    free(own);
    return knows;
}

char *afterword_dictionary_suggestion(afterword_dictionary *dictionary, const char *word) {
    char *own = converted(dictionary->inward, word);
    if (own == NULL) {
        return NULL;
    }
    char **suggestions = NULL;
    int count = hunspell.Hunspell_suggest(dictionary->handle, &suggestions, own);
    char *first = count > 0 ? converted(dictionary->outward, suggestions[0]) : NULL;
    if (count > 0) {
        hunspell.Hunspell_free_list(dictionary->handle, &suggestions, count);
    }
    free(own);
    return first;
}
