// expect: abort
#define N 5
#include "twostage_atomic.h"
