#include "CICal.h"

#include <dlfcn.h>
#include <libical/ical.h>
#include <stddef.h>

/* Every function of libical that is used, with the type that its header gives it. */
#define FUNCTIONS(each)                          \
    each(icalerror_set_errors_are_fatal)         \
    each(icalmemory_strdup)                      \
    each(icalmemory_free_buffer)                 \
    each(icalproperty_new_from_string)           \
    each(icalproperty_free)                      \
    each(icalproperty_get_value)                 \
    each(icalproperty_get_value_as_string_r)     \
    each(icalproperty_get_parameter_as_string_r) \
    each(icalvalue_isa)                          \
    each(icalvalue_get_text)                     \
    each(icalvalue_get_date)                     \
    each(icalvalue_get_datetime)                 \
    each(icalvalue_get_duration)                 \
    each(icaltime_is_utc)                        \
    each(icalparser_parse_string)                \
    each(icalcomponent_isa)                      \
    each(icalcomponent_free)                     \
    each(icaltimezone_new)                       \
    each(icaltimezone_free)                      \
    each(icaltimezone_set_component)             \
    each(icaltimezone_get_utc_offset)

#define FIELD(name) __typeof__(name) *name;
static struct { FUNCTIONS(FIELD) } ical;

static const char library_name[] = "libical.so.3";

int afterword_ical_load(void) {
    /* Never closed: it is wanted until the program ends. */
    void *library = dlopen(library_name, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        return 0;
    }
#define LOOK_UP(name)                                     \
    *(void **)&ical.name = dlsym(library, #name);         \
    if (ical.name == NULL) {                              \
        return 0;                                         \
    }
    FUNCTIONS(LOOK_UP)
    /* Its default is abort() at the first line that it cannot read. */
    ical.icalerror_set_errors_are_fatal(0);
    return 1;
}

static icalproperty *inside(afterword_ical_property *property) {
    return (icalproperty *)property;
}

afterword_ical_property *afterword_ical_property_new(const char *line) {
    return (afterword_ical_property *)ical.icalproperty_new_from_string(line);
}

void afterword_ical_property_free(afterword_ical_property *property) {
    ical.icalproperty_free(inside(property));
}

char *afterword_ical_property_value(afterword_ical_property *property) {
    icalvalue *value = ical.icalproperty_get_value(inside(property));
    if (value == NULL) {
        return NULL;
    }
    if (ical.icalvalue_isa(value) == ICAL_TEXT_VALUE) {
        const char *text = ical.icalvalue_get_text(value);
        return text == NULL ? NULL : ical.icalmemory_strdup(text);
    }
    return ical.icalproperty_get_value_as_string_r(inside(property));
}

char *afterword_ical_property_parameter(afterword_ical_property *property, const char *name) {
    return ical.icalproperty_get_parameter_as_string_r(inside(property), name);
}

void afterword_ical_text_free(char *text) {
    ical.icalmemory_free_buffer(text);
}

int afterword_ical_property_time(afterword_ical_property *property, afterword_ical_time *time) {
    icalvalue *value = ical.icalproperty_get_value(inside(property));
    icalvalue_kind kind = value == NULL ? ICAL_NO_VALUE : ical.icalvalue_isa(value);
    struct icaltimetype read;
    if (kind == ICAL_DATETIME_VALUE) {
        read = ical.icalvalue_get_datetime(value);
    } else if (kind == ICAL_DATE_VALUE) {
        read = ical.icalvalue_get_date(value);
    } else {
        return 0;
    }
    time->year = read.year;
    time->month = read.month;
    time->day = read.day;
    time->hour = read.hour;
    time->minute = read.minute;
    time->second = read.second;
    time->is_date = kind == ICAL_DATE_VALUE;
    time->is_utc = ical.icaltime_is_utc(read);
    return 1;
}

int afterword_ical_property_duration(afterword_ical_property *property, afterword_ical_duration *duration) {
    icalvalue *value = ical.icalproperty_get_value(inside(property));
    if (value == NULL || ical.icalvalue_isa(value) != ICAL_DURATION_VALUE) {
        return 0;
    }
    struct icaldurationtype read = ical.icalvalue_get_duration(value);
    duration->is_negative = read.is_neg;
    duration->weeks = read.weeks;
    duration->days = read.days;
    duration->hours = read.hours;
    duration->minutes = read.minutes;
    duration->seconds = read.seconds;
    return 1;
}

afterword_ical_zone *afterword_ical_zone_new(const char *vtimezone) {
    icalcomponent *component = ical.icalparser_parse_string(vtimezone);
    if (component == NULL) {
        return NULL;
    }
    icaltimezone *zone =
        ical.icalcomponent_isa(component) == ICAL_VTIMEZONE_COMPONENT ? ical.icaltimezone_new() : NULL;
    if (zone == NULL) {
        ical.icalcomponent_free(component);
        return NULL;
    }
    /* The zone owns the component if it takes it: it takes none without a TZID. */
    if (!ical.icaltimezone_set_component(zone, component)) {
        ical.icaltimezone_free(zone, 1);
        ical.icalcomponent_free(component);
        return NULL;
    }
    return (afterword_ical_zone *)zone;
}

void afterword_ical_zone_free(afterword_ical_zone *zone) {
    ical.icaltimezone_free((icaltimezone *)zone, 1);
}

int afterword_ical_zone_offset(afterword_ical_zone *zone, const afterword_ical_time *wall) {
    struct icaltimetype time = {0};
    time.year = wall->year;
    time.month = wall->month;
    time.day = wall->day;
    time.hour = wall->hour;
    time.minute = wall->minute;
    time.second = wall->second;
    return ical.icaltimezone_get_utc_offset((icaltimezone *)zone, &time, NULL);
}
