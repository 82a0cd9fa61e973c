// expect: abort
#define ROUNDS 2
#include "micro.h"
