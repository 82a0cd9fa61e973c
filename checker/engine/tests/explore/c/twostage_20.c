// expect: abort
#define N 20
#include "twostage_atomic.h"
