// expect: abort
#define N 8
#include "swarm.h"
