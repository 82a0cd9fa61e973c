// expect: abort
#define N 20
#include "swarm.h"
