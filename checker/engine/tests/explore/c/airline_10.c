// expect: abort
#define SEATS 9
#define AGENTS 10
#include "airline.h"
