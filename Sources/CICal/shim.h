// Without pkg-config, which would bring the libraries of vCalendar and of Berkeley DB along.
#include <libical/ical.h>
