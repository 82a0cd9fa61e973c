// expect: passed
// output: all\n
#define N 3
#define ATOMIC
#include "swarm.h"
