#ifndef AFTERWORD_CICAL_H
#define AFTERWORD_CICAL_H

/*
 * The few doors to libical that an invitation needs.
 *
 * libical brings ICU and the C++ runtime along, which would slow the start of every command by a millisecond or more,
 * and only one command reads invitations: so it is loaded when the first one is read, not when the program starts.
 *
 * libical 3 keeps its buffers and its last error by thread and locks its zone tables; a handle belongs to one thread
 * at a time. What a function returns is the caller's, to be given to the matching _free.
 */

typedef struct afterword_ical_property afterword_ical_property;
typedef struct afterword_ical_zone afterword_ical_zone;

/* What the wall shows, or with is_utc a time in UTC. Not checked: 25 o'clock is possible. */
typedef struct {
    int year, month, day, hour, minute, second;
    int is_date;
    int is_utc;
} afterword_ical_time;

typedef struct {
    int is_negative;
    unsigned int weeks, days, hours, minutes, seconds;
} afterword_ical_duration;

/* Loads the library, once, before anything else here is called. 0 where this machine has none. */
int afterword_ical_load(void);

/* One unfolded content line in UTF-8; NULL where libical takes it for none. */
afterword_ical_property *afterword_ical_property_new(const char *line);
void afterword_ical_property_free(afterword_ical_property *property);

/* The value: TEXT without its escapes, anything else as it is written. */
char *afterword_ical_property_value(afterword_ical_property *property);
/* A parameter without its quotes; NULL where there is none of that name. */
char *afterword_ical_property_parameter(afterword_ical_property *property, const char *name);
void afterword_ical_text_free(char *text);

/* 0 where the value is none. */
int afterword_ical_property_time(afterword_ical_property *property, afterword_ical_time *time);
int afterword_ical_property_duration(afterword_ical_property *property, afterword_ical_duration *duration);

/* A whole VTIMEZONE; NULL where libical takes it for none. */
afterword_ical_zone *afterword_ical_zone_new(const char *vtimezone);
void afterword_ical_zone_free(afterword_ical_zone *zone);
/* Seconds east of Greenwich when the wall shows that time. */
int afterword_ical_zone_offset(afterword_ical_zone *zone, const afterword_ical_time *wall);

#endif
