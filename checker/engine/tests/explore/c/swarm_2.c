// expect: abort
#define N 2
#include "swarm.h"
