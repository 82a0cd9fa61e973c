// shared_ptr_atomic.h: libstdc++'s atomic<shared_ptr>, with the unlocking of its inner spin lock visible as a release.
// -*- C++ -*-
//
// libstdc++ unlocks with a relaxed operation after a load, which is enough for what it promises but looks like a data
// race to a happens-before detector. Inside this header every order is sequentially consistent.
#ifndef INTERLEAVE_STD_SHARED_PTR_ATOMIC_H
#define INTERLEAVE_STD_SHARED_PTR_ATOMIC_H 1

#pragma GCC system_header

#include <bits/atomic_base.h>

#define memory_order_relaxed memory_order_seq_cst
#include_next <bits/shared_ptr_atomic.h>
#undef memory_order_relaxed

#endif
