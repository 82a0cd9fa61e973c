// expect: abort
#define SEATS 4
#define AGENTS 5
#include "airline.h"
