// expect: passed
// output: done\n
#define SEATS 3
#define AGENTS 3
#include "airline.h"
