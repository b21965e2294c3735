// Only the reentrant functions, so that no call shares hidden state.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
