#ifndef AFTERWORD_CGMIME_H
#define AFTERWORD_CGMIME_H

#include <gmime/gmime.h>

/* GObject casts are macros: one typed door for each cast that is needed. */

static inline GMimeObject *afterword_gmime_object_of_part(GMimePart *part) {
    return GMIME_OBJECT(part);
}

static inline GMimeObject *afterword_gmime_object_of_message(GMimeMessage *message) {
    return GMIME_OBJECT(message);
}

static inline GMimeStreamMem *afterword_gmime_stream_mem(GMimeStream *stream) {
    return GMIME_IS_STREAM_MEM(stream) ? GMIME_STREAM_MEM(stream) : NULL;
}

static inline void afterword_gmime_unref(void *object) {
    g_object_unref(object);
}

#endif
