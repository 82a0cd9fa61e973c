// tsan_atomic.cpp: the compiler's hooks for atomic operations. Each is one step; its memory order decides what it
// orders.
//
// Values are sequentially consistent. Happens-before follows C++20 [intro.races]: release sequences, fences, and that a
// relaxed store ends a release sequence.
#include "interpose/export.hpp"
#include "model/execution.hpp"
#include "model/weak_memory.hpp"
#include "trace/recorder.hpp"

#include <cstdio>
#include <cstring>
#include <type_traits>

namespace interleave {
namespace {

using a8 = std::uint8_t;
using a16 = std::uint16_t;
using a32 = std::uint32_t;
using a64 = std::uint64_t;
__extension__ using a128 = unsigned __int128;

bool acquires(int order) { return order == __ATOMIC_ACQUIRE || order == __ATOMIC_CONSUME || order >= __ATOMIC_ACQ_REL; }
bool releases(int order) { return order >= __ATOMIC_RELEASE; }

void learn(const Clock& clock, int order) {
    if (acquires(order))
        exec.acquire(clock);
    else
        exec.current->acquire_fence.join(clock);
}
void after_load(Object& object, int order) { learn(object.clock, order); }

void after_store(Object& object, int order) {
    exec.current->written_at = exec.current->time();
    if (releases(order))
        exec.release_replacing(object.clock);
    else
        object.clock.assign(exec.current->release_fence);
}

void after_update(Object& object, int order) {
    exec.current->written_at = exec.current->time();
    after_load(object, order);
    if (releases(order))
        exec.release(object.clock);
    else
        object.clock.join(exec.current->release_fence);
}

template <class T>
void record(Op op, const Object& object, T value, const char* note, std::uintptr_t pc) {
    if (exec.recorder == nullptr) return;
    char text[32] = "";
    if constexpr (sizeof(T) < 8) {
        using Signed = std::make_signed_t<T>;
        std::snprintf(text, sizeof text, "%d", static_cast<int>(static_cast<Signed>(value)));
    } else if constexpr (sizeof(T) == 8) {
        const auto number = static_cast<long long>(value);
        if (number > -1000000000000 && number < 1000000000000) std::snprintf(text, sizeof text, "%lld", number);
    }
    RecordedEvent* event = exec.recorder->step(op, &object, text, note, pc);
    if (event != nullptr) {
        event->address = reinterpret_cast<std::uintptr_t>(object.address);
        event->size = sizeof(T);
    }
}

template <class T>
Object& begin(const volatile T* atomic, Op op, bool write, std::uintptr_t pc) {
    Object& object = exec.at(const_cast<const T*>(atomic), ObjectKind::atomic);
    exec.step({.op = op, .object = &object, .pc = pc});
    exec.atomic_access(reinterpret_cast<std::uintptr_t>(atomic), sizeof(T), write, pc);
    return object;
}

// A value that the engine did not see arrive was stored by a library; what that library did before is ordered as well.
template <class T>
void check_known(Object& object, T value) {
    if constexpr (sizeof(T) <= 8) {
        const auto bits = static_cast<std::uint64_t>(value);
        if (!object.value_known || object.known_value != bits) exec.acquire(exec.library_clock);
        object.known_value = bits;
        object.value_known = true;
    }
}
template <class T>
void now_known(Object& object, T value) {
    if constexpr (sizeof(T) <= 8) {
        object.known_value = static_cast<std::uint64_t>(value);
        object.value_known = true;
    }
}

template <class T>
bool begin_write(Object& object, T latest, int order) {
    if constexpr (sizeof(T) <= 8) {
        if (!weak::in_use(object, order)) return false;
        weak::before_write(object, static_cast<std::uint64_t>(latest));
        return true;
    }
    return false;
}

template <class T>
T load(const volatile T* atomic, int order, std::uintptr_t pc) {
    if (!exec.active) {
        exec.waiting_order = order;
        return *atomic;
    }
    Object& object = begin(atomic, Op::atomic_load, false, pc);
    const T latest = *atomic;
    check_known(object, latest);
    if constexpr (sizeof(T) <= 8) {
        if (weak::in_use(object, order)) {
            const weak::Read read = weak::read(object, static_cast<std::uint64_t>(latest), order, pc);
            learn(*read.release, order);
            if (!read.news) exec.looked(object, pc, false);
            record(Op::atomic_load, object, static_cast<T>(read.value), read.older == 0 ? "" : "an older value", pc);
            return static_cast<T>(read.value);
        }
    }
    const T value = latest;
    after_load(object, order);
    exec.looked(object, pc, false);
    record(Op::atomic_load, object, value, "", pc);
    return value;
}

template <class T>
void store(volatile T* atomic, T value, int order, std::uintptr_t pc) {
    if (!exec.active) {
        *atomic = value;
        return;
    }
    Object& object = begin(atomic, Op::atomic_store, true, pc);
    const bool histories = begin_write(object, *atomic, order);
    const unsigned later = histories ? weak::choose_place(object, order) : 0;
    if (later != 0) {
        weak::store_before(object, static_cast<std::uint64_t>(value), order, later);
        exec.changed(object);
        record(Op::atomic_store, object, value, "takes effect before the value that is there", pc);
        return;
    }
    *atomic = value;
    now_known(object, value);
    after_store(object, order);
    if (histories) weak::after_write(object, static_cast<std::uint64_t>(value), order, false);
    exec.changed(object);
    record(Op::atomic_store, object, value, "", pc);
}

template <class T, class Update>
T update(volatile T* atomic, int order, std::uintptr_t pc, Update&& apply) {
    if (!exec.active) {
        const T old = *atomic;
        *atomic = apply(old);
        return old;
    }
    Object& object = begin(atomic, Op::atomic_rmw, true, pc);
    const T old = *atomic;
    check_known(object, old);
    const T fresh = apply(old);
    const bool histories = begin_write(object, old, order);
    *atomic = fresh;
    now_known(object, fresh);
    after_update(object, order);
    if (histories) weak::after_write(object, static_cast<std::uint64_t>(fresh), order, true);
    // Writing what is there already (a test-and-set that finds it set) lets nobody go on.
    if (fresh == old)
        exec.looked(object, pc, true);
    else
        exec.changed(object);
    record(Op::atomic_rmw, object, fresh, "", pc);
    return old;
}

enum class Strength : bool { weak, strong };

// A weak compare-exchange may fail although it finds what it expects. Once an execution, like a spurious wake-up.
bool fails_spuriously(Object& object) {
    if (!exec.may_be_spurious() || exec.choose_value(2) == 0) return false;
    exec.touch(object, true);  // as if it succeeded: a search must not take one choice for less than the other
    exec.touch_spurious_budget();
    exec.take_spurious();
    return true;
}

template <class T>
bool compare_exchange(volatile T* atomic, T* expected, T desired, Strength strength, int success, int failure,
                      std::uintptr_t pc) {
    if (!exec.active) {
        if (*atomic == *expected) {
            *atomic = desired;
            return true;
        }
        *expected = *atomic;
        return false;
    }
    Object& object = exec.at(const_cast<const T*>(atomic), ObjectKind::atomic);
    exec.step({.op = Op::atomic_cas, .object = &object, .pc = pc});
    exec.atomic_access(reinterpret_cast<std::uintptr_t>(atomic), sizeof(T), *atomic == *expected, pc);
    const T old = *atomic;
    check_known(object, old);
    const bool spurious = old == *expected && strength == Strength::weak && fails_spuriously(object);
    if (old == *expected && !spurious) {
        const bool histories = begin_write(object, old, success);
        *atomic = desired;
        now_known(object, desired);
        after_update(object, success);
        if (histories) weak::after_write(object, static_cast<std::uint64_t>(desired), success, true);
        exec.changed(object);
        record(Op::atomic_cas, object, desired, "succeeds", pc);
        return true;
    }
    after_load(object, failure);
    weak::read_latest(object, failure);
    *expected = old;
    if (!spurious) exec.looked(object, pc, true);
    record(Op::atomic_cas, object, old, spurious ? "fails without a reason, as a weak one may" : "fails", pc);
    return false;
}

void fence(int order, std::uintptr_t pc) {
    if (!exec.active) return;
    if (acquires(order)) exec.current->clock.join(exec.current->acquire_fence);
    if (order == __ATOMIC_SEQ_CST && exec.limits.race_detection && !exec.probing()) weak::fence(pc);
    if (releases(order)) {
        exec.current->release_fence.assign(exec.current->clock);
        exec.tick();
    }
}

}  // namespace
}  // namespace interleave

using namespace interleave;

#define INTERLEAVE_ATOMICS(BITS)                                                                                    \
    INTERLEAVE_EXPORT a##BITS __tsan_atomic##BITS##_load(const volatile a##BITS* p, int mo) {                       \
        return load(p, mo, INTERLEAVE_PC);                                                                          \
    }                                                                                                               \
    INTERLEAVE_EXPORT void __tsan_atomic##BITS##_store(volatile a##BITS* p, a##BITS v, int mo) {                    \
        store(p, v, mo, INTERLEAVE_PC);                                                                             \
    }                                                                                                               \
    INTERLEAVE_EXPORT a##BITS __tsan_atomic##BITS##_exchange(volatile a##BITS* p, a##BITS v, int mo) {              \
        return update(p, mo, INTERLEAVE_PC, [&](a##BITS) { return v; });                                            \
    }                                                                                                               \
    INTERLEAVE_EXPORT a##BITS __tsan_atomic##BITS##_fetch_add(volatile a##BITS* p, a##BITS v, int mo) {             \
        return update(p, mo, INTERLEAVE_PC, [&](a##BITS old) { return static_cast<a##BITS>(old + v); });            \
    }                                                                                                               \
    INTERLEAVE_EXPORT a##BITS __tsan_atomic##BITS##_fetch_sub(volatile a##BITS* p, a##BITS v, int mo) {             \
        return update(p, mo, INTERLEAVE_PC, [&](a##BITS old) { return static_cast<a##BITS>(old - v); });            \
    }                                                                                                               \
    INTERLEAVE_EXPORT a##BITS __tsan_atomic##BITS##_fetch_and(volatile a##BITS* p, a##BITS v, int mo) {             \
        return update(p, mo, INTERLEAVE_PC, [&](a##BITS old) { return static_cast<a##BITS>(old & v); });            \
    }                                                                                                               \
    INTERLEAVE_EXPORT a##BITS __tsan_atomic##BITS##_fetch_or(volatile a##BITS* p, a##BITS v, int mo) {              \
        return update(p, mo, INTERLEAVE_PC, [&](a##BITS old) { return static_cast<a##BITS>(old | v); });            \
    }                                                                                                               \
    INTERLEAVE_EXPORT a##BITS __tsan_atomic##BITS##_fetch_xor(volatile a##BITS* p, a##BITS v, int mo) {             \
        return update(p, mo, INTERLEAVE_PC, [&](a##BITS old) { return static_cast<a##BITS>(old ^ v); });            \
    }                                                                                                               \
    INTERLEAVE_EXPORT a##BITS __tsan_atomic##BITS##_fetch_nand(volatile a##BITS* p, a##BITS v, int mo) {            \
        return update(p, mo, INTERLEAVE_PC, [&](a##BITS old) { return static_cast<a##BITS>(~(old & v)); });         \
    }                                                                                                               \
    INTERLEAVE_EXPORT int __tsan_atomic##BITS##_compare_exchange_strong(volatile a##BITS* p, a##BITS* e, a##BITS d, \
                                                                        int mo, int fmo) {                          \
        return compare_exchange(p, e, d, Strength::strong, mo, fmo, INTERLEAVE_PC);                                 \
    }                                                                                                               \
    INTERLEAVE_EXPORT int __tsan_atomic##BITS##_compare_exchange_weak(volatile a##BITS* p, a##BITS* e, a##BITS d,   \
                                                                      int mo, int fmo) {                            \
        return compare_exchange(p, e, d, Strength::weak, mo, fmo, INTERLEAVE_PC);                                   \
    }                                                                                                               \
    INTERLEAVE_EXPORT a##BITS __tsan_atomic##BITS##_compare_exchange_val(volatile a##BITS* p, a##BITS e, a##BITS d, \
                                                                         int mo, int fmo) {                         \
        compare_exchange(p, &e, d, Strength::strong, mo, fmo, INTERLEAVE_PC);                                       \
        return e;                                                                                                   \
    }

INTERLEAVE_ATOMICS(8)
INTERLEAVE_ATOMICS(16)
INTERLEAVE_ATOMICS(32)
INTERLEAVE_ATOMICS(64)
INTERLEAVE_ATOMICS(128)

INTERLEAVE_EXPORT void __tsan_atomic_thread_fence(int mo) { fence(mo, INTERLEAVE_PC); }
INTERLEAVE_EXPORT void __tsan_atomic_signal_fence(int) {}

// Objects without a lock-free size: what libatomic would do under a hidden lock is one step here.
namespace {

Object& begin_generic(const void* atomic, std::size_t size, Op op, bool write, std::uintptr_t pc) {
    Object& object = exec.at(atomic, ObjectKind::atomic);
    exec.step({.op = op, .object = &object, .pc = pc});
    exec.atomic_access(reinterpret_cast<std::uintptr_t>(atomic), size, write, pc);
    return object;
}

void record_generic(Op op, const Object& object, const char* note, std::uintptr_t pc) {
    if (exec.recorder != nullptr) exec.recorder->step(op, &object, "", note, pc);
}

}  // namespace

extern "C" {
__attribute__((visibility("default"))) void interleave_generic_load(std::size_t size, void* from, void* to,
                                                                    int mo) __asm__("__atomic_load");
__attribute__((visibility("default"))) void interleave_generic_store(std::size_t size, void* to, void* from,
                                                                     int mo) __asm__("__atomic_store");
__attribute__((visibility("default"))) void interleave_generic_exchange(std::size_t size, void* at, void* from,
                                                                        void* old, int mo) __asm__("__atomic_exchange");
__attribute__((visibility("default"))) bool interleave_generic_compare_exchange(
    std::size_t size, void* at, void* expected, void* desired, int mo, int fmo) __asm__("__atomic_compare_exchange");

void interleave_generic_load(std::size_t size, void* from, void* to, int mo) {
    if (exec.active) {
        Object& object = begin_generic(from, size, Op::atomic_load, false, INTERLEAVE_PC);
        after_load(object, mo);
        exec.looked(object, INTERLEAVE_PC, false);
        record_generic(Op::atomic_load, object, "", INTERLEAVE_PC);
    }
    std::memcpy(to, from, size);
}
void interleave_generic_store(std::size_t size, void* to, void* from, int mo) {
    if (exec.active) {
        Object& object = begin_generic(to, size, Op::atomic_store, true, INTERLEAVE_PC);
        after_store(object, mo);
        exec.changed(object);
        record_generic(Op::atomic_store, object, "", INTERLEAVE_PC);
    }
    std::memcpy(to, from, size);
}
void interleave_generic_exchange(std::size_t size, void* at, void* from, void* old, int mo) {
    if (exec.active) {
        Object& object = begin_generic(at, size, Op::atomic_rmw, true, INTERLEAVE_PC);
        after_update(object, mo);
        exec.changed(object);
        record_generic(Op::atomic_rmw, object, "", INTERLEAVE_PC);
    }
    std::memcpy(old, at, size);
    std::memcpy(at, from, size);
}
bool interleave_generic_compare_exchange(std::size_t size, void* at, void* expected, void* desired, int mo, int fmo) {
    Object* object = nullptr;
    if (exec.active) object = &begin_generic(at, size, Op::atomic_cas, true, INTERLEAVE_PC);
    const bool same = std::memcmp(at, expected, size) == 0;
    if (object != nullptr) {
        if (same) {
            after_update(*object, mo);
            exec.changed(*object);
        } else {
            after_load(*object, fmo);
            exec.looked(*object, INTERLEAVE_PC, true);
        }
        record_generic(Op::atomic_cas, *object, same ? "succeeds" : "fails", INTERLEAVE_PC);
    }
    std::memcpy(same ? at : expected, same ? desired : at, size);
    return same;
}
}
