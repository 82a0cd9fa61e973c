// expect: abort
#define N 10
#include "twostage_atomic.h"
