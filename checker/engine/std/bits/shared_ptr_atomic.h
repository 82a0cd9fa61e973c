// shared_ptr_atomic.h: libstdc++'s atomic<shared_ptr> for explored builds, with its relaxed operations made stronger.
// -*- C++ -*-
//
// load() guards the pointer by a lock bit that it gives back with memory_order_relaxed, so that a later store() is not
// ordered after that read: on paper a data race, but libstdc++'s, not the hand-in's.
#ifndef INTERLEAVE_SHARED_PTR_ATOMIC_H
#define INTERLEAVE_SHARED_PTR_ATOMIC_H 1

#pragma GCC system_header

#include <bits/atomic_base.h>

#define memory_order_relaxed memory_order_seq_cst
#include_next <bits/shared_ptr_atomic.h>
#undef memory_order_relaxed

#endif
