// expect: abort
#define ROUNDS 10
#include "micro.h"
