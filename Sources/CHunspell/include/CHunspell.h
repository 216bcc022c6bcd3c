#ifndef AFTERWORD_CHUNSPELL_H
#define AFTERWORD_CHUNSPELL_H

/*
 * The few doors to Hunspell that proofreading needs.
 *
 * Hunspell brings the C++ runtime along, which would slow the start of every command, and only those that read
 * messages once more look words up: so it is loaded with the first dictionary, not when the program starts.
 *
 * A dictionary belongs to one thread at a time. Words are UTF-8 on this side, whatever the dictionary is written in.
 */

typedef struct afterword_dictionary afterword_dictionary;

/* Loads the library, once, before anything else here is called. 0 where this machine has none. */
int afterword_hunspell_load(void);

/* Reads a dictionary from its two files, in some thirty milliseconds; NULL where that is not possible. */
afterword_dictionary *afterword_dictionary_new(const char *affixes, const char *words);
void afterword_dictionary_free(afterword_dictionary *dictionary);

/* Whether a word is right. One that can't be written in the dictionary's character set is not. */
int afterword_dictionary_knows(afterword_dictionary *dictionary, const char *word);

/* What was probably meant, to be given to free(); NULL where nothing comes near. Costs a thousand times the above. */
char *afterword_dictionary_suggestion(afterword_dictionary *dictionary, const char *word);

#endif
