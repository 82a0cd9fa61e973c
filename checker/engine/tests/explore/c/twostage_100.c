// expect: abort
#define N 100
#include "twostage_atomic.h"
