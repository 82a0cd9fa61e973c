// expect: abort
#define N 50
#include "twostage_atomic.h"
