// expect: abort
#define SEATS 2
#define AGENTS 3
#include "airline.h"
