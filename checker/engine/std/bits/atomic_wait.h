// atomic_wait.h: waiting on atomics for explored builds, under the names that libstdc++ 12 to 14 call it by.
// -*- C++ -*-
//
// libstdc++'s own spins, then sleeps on a futex shared by unrelated objects. Here a wait is one step of the engine, which
// blocks until a notification, as the standard has it (C++20 [atomics.wait]).
#ifndef _GLIBCXX_ATOMIC_WAIT_H
#define _GLIBCXX_ATOMIC_WAIT_H 1

#pragma GCC system_header

#include <bits/c++config.h>
#include <bits/functexcept.h>
#include <bits/functional_hash.h>
#include <bits/gthr.h>
#include <bits/std_mutex.h>
#include <ext/numeric_traits.h>
#include <syscall.h>
#include <unistd.h>

#include <cerrno>
#include <climits>

#if __has_include(<bits/version.h>)
#define __glibcxx_want_atomic_wait
#include <bits/version.h>
#endif
#ifndef __cpp_lib_atomic_wait
#define __cpp_lib_atomic_wait 201907L
#endif

#include "../interleave_abi.h"

#define _GLIBCXX_HAVE_PLATFORM_WAIT 1

namespace std _GLIBCXX_VISIBILITY(default) {
_GLIBCXX_BEGIN_NAMESPACE_VERSION

namespace __detail {
using __platform_wait_t = int;
static constexpr size_t __platform_wait_alignment = 4;

inline void __thread_yield() noexcept { __gthread_yield(); }

// A pause instruction is invisible; whoever spins lets others go first.
inline void __thread_relax() noexcept { __gthread_yield(); }

constexpr auto __atomic_spin_count_relax = 0;
constexpr auto __atomic_spin_count = 1;

struct __default_spin_policy {
    bool operator()() const noexcept { return false; }
};

template <typename _Pred, typename _Spin = __default_spin_policy>
bool __atomic_spin(_Pred& __pred, _Spin = _Spin{}) noexcept {
    return __pred();
}

template <typename _Tp>
bool __atomic_compare(const _Tp& __a, const _Tp& __b) {
    return __builtin_memcmp(&__a, &__b, sizeof(_Tp)) == 0;
}

template <typename _Tp, typename _ValFn>
struct __interleave_old_value {
    const _Tp& _M_old;
    _ValFn& _M_load;

    static int _S_still_equal(const void* __context) {
        const auto& __self = *static_cast<const __interleave_old_value*>(__context);
        const _Tp __now = __self._M_load();
        return __detail::__atomic_compare(__self._M_old, __now);
    }
};

template <typename _Pred>
struct __interleave_not_yet {
    _Pred& _M_done;

    static int _S_still_equal(const void* __context) {
        return !static_cast<const __interleave_not_yet*>(__context)->_M_done();
    }
};
}  // namespace __detail

template <typename _Tp>
inline constexpr bool __platform_wait_uses_type =
    is_scalar_v<_Tp> && sizeof(_Tp) == sizeof(__detail::__platform_wait_t) &&
    alignof(_Tp*) >= __detail::__platform_wait_alignment;

// Waits while __vfn() == __old.
template <typename _Tp, typename _ValFn>
void __atomic_wait_address_v(const _Tp* __addr, _Tp __old, _ValFn __vfn) noexcept {
    const __detail::__interleave_old_value<_Tp, _ValFn> __context{__old, __vfn};
    interleave_atomic_wait(__addr, &__context._S_still_equal, &__context);
}

// Waits until __pred().
template <typename _Tp, typename _Pred>
void __atomic_wait_address(const _Tp* __addr, _Pred __pred) noexcept {
    const __detail::__interleave_not_yet<_Pred> __context{__pred};
    interleave_atomic_wait(__addr, &__context._S_still_equal, &__context);
}

template <typename _Pred>
void __atomic_wait_address_bare(const __detail::__platform_wait_t* __addr, _Pred __pred) noexcept {
    std::__atomic_wait_address(__addr, __pred);
}

template <typename _Tp>
void __atomic_notify_address(const _Tp* __addr, bool __all) noexcept {
    interleave_atomic_notify(__addr, __all);
}

inline void __atomic_notify_address_bare(const __detail::__platform_wait_t* __addr, bool __all) noexcept {
    interleave_atomic_notify(__addr, __all);
}

_GLIBCXX_END_NAMESPACE_VERSION
}  // namespace std
#endif  // _GLIBCXX_ATOMIC_WAIT_H
