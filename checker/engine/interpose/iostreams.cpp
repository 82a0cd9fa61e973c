// iostreams.cpp: streams that the hand-in makes itself, and other things of the library that threads must not share.
//
// The library's code has no hooks. Every operation of a stream begins with a sentry; it counts as a write of the
// pointers of the stream's buffer, where those of str() and of streams that share the buffer are as well. The standard
// streams' buffers are the engine's.
#include "interpose/export.hpp"
#include "interpose/program_caller.hpp"
#include "interpose/real.hpp"
#include "model/execution.hpp"

#include <fstream>
#include <istream>
#include <ostream>
#include <sstream>
#include <typeinfo>

using namespace interleave;

namespace {

void accesses(const void* object, std::size_t offset, std::size_t size, bool write, std::uintptr_t pc) {
    if (exec.plain_accesses != Execution::PlainAccesses::watched || object == nullptr) return;
    if (!in_hand_in_memory(object) && !in_hand_in_data(object)) return;
    exec.plain_access(reinterpret_cast<std::uintptr_t>(object) + offset, size, write, program_caller(pc));
}

// The library's own kinds: what a buffer of the hand-in's does with its pointers, and whether it locks, is its own
// business.
template <class Char>
bool is_plain(const std::basic_streambuf<Char>& buffer) {
    const std::type_info& type = typeid(buffer);
    return type == typeid(std::basic_stringbuf<Char>) || type == typeid(std::basic_filebuf<Char>);
}

// Behind the pointer to the virtual functions come those to the begin, the position and the end of what can be read and
// of what can be written.
template <class Char>
void accesses_buffer(const std::basic_streambuf<Char>* buffer, bool write, std::uintptr_t pc) {
    if (exec.plain_accesses != Execution::PlainAccesses::watched || buffer == nullptr || !is_plain(*buffer)) return;
    accesses(buffer, sizeof(void*), 6 * sizeof(void*), write, pc);
}

}  // namespace

#define INTERLEAVE_SENTRY(SYMBOL, STREAM, MORE_PARAMETERS, ...)                   \
    INTERLEAVE_EXPORT void SYMBOL(void* sentry, STREAM& stream MORE_PARAMETERS) { \
        accesses_buffer(stream.rdbuf(), true, INTERLEAVE_PLAIN_PC);               \
        INTERLEAVE_REAL(SYMBOL)(sentry, stream __VA_ARGS__);                      \
    }
#define INTERLEAVE_COMMA ,
INTERLEAVE_SENTRY(_ZNSo6sentryC1ERSo, std::ostream, )
INTERLEAVE_SENTRY(_ZNSt13basic_ostreamIwSt11char_traitsIwEE6sentryC1ERS2_, std::wostream, )
INTERLEAVE_SENTRY(_ZNSi6sentryC1ERSib, std::istream, INTERLEAVE_COMMA bool keep_blanks, INTERLEAVE_COMMA keep_blanks)
INTERLEAVE_SENTRY(_ZNSt13basic_istreamIwSt11char_traitsIwEE6sentryC1ERS2_b, std::wistream,
                  INTERLEAVE_COMMA bool keep_blanks, INTERLEAVE_COMMA keep_blanks)

// The characters that are printed.
INTERLEAVE_EXPORT std::ostream& interleave_insert(std::ostream& stream, const char* text, std::streamsize size) __asm__(
    "_ZSt16__ostream_insertIcSt11char_traitsIcEERSt13basic_ostreamIT_T0_ES6_PKS3_l");
std::ostream& interleave_insert(std::ostream& stream, const char* text, std::streamsize size) {
    using Function = std::ostream&(std::ostream&, const char*, std::streamsize);
    static Function* const real =
        find_real<Function>("_ZSt16__ostream_insertIcSt11char_traitsIcEERSt13basic_ostreamIT_T0_ES6_PKS3_l");
    if (size > 0) accesses(text, 0, static_cast<std::size_t>(size), false, INTERLEAVE_PLAIN_PC);
    return real(stream, text, size);
}

// str(), which returns through memory that the caller provides.
#define INTERLEAVE_STR(SYMBOL, BUFFER, WRITE)                      \
    INTERLEAVE_EXPORT void* SYMBOL(void* result, void* self) {     \
        accesses_buffer(BUFFER(self), WRITE, INTERLEAVE_PLAIN_PC); \
        return INTERLEAVE_REAL(SYMBOL)(result, self);              \
    }
// str(text)
#define INTERLEAVE_SET(SYMBOL, BUFFER)                            \
    INTERLEAVE_EXPORT void SYMBOL(void* self, void* text) {       \
        accesses_buffer(BUFFER(self), true, INTERLEAVE_PLAIN_PC); \
        INTERLEAVE_REAL(SYMBOL)(self, text);                      \
    }

namespace {
std::stringbuf* itself(void* buffer) { return static_cast<std::stringbuf*>(buffer); }
template <class Stream>
std::stringbuf* buffer_of(void* stream) {
    return static_cast<Stream*>(stream)->Stream::rdbuf();
}
}  // namespace

// In the library a stream's members call those of its buffer, or are made of the same code. C++20 has them for lvalues
// and rvalues.
#define INTERLEAVE_STRINGS(CLASS, BUFFER)                                                                      \
    INTERLEAVE_STR(_ZNKSt7__cxx11##CLASS##IcSt11char_traitsIcESaIcEE3strEv, BUFFER, false)                     \
    INTERLEAVE_STR(_ZNKRSt7__cxx11##CLASS##IcSt11char_traitsIcESaIcEE3strEv, BUFFER, false)                    \
    INTERLEAVE_STR(_ZNOSt7__cxx11##CLASS##IcSt11char_traitsIcESaIcEE3strEv, BUFFER, true)                      \
    INTERLEAVE_SET(_ZNSt7__cxx11##CLASS##IcSt11char_traitsIcESaIcEE3strERKNS_12basic_stringIcS2_S3_EE, BUFFER) \
    INTERLEAVE_SET(_ZNSt7__cxx11##CLASS##IcSt11char_traitsIcESaIcEE3strEONS_12basic_stringIcS2_S3_EE, BUFFER)
INTERLEAVE_STRINGS(15basic_stringbuf, itself)
INTERLEAVE_STRINGS(19basic_ostringstream, buffer_of<std::ostringstream>)
INTERLEAVE_STRINGS(19basic_istringstream, buffer_of<std::istringstream>)
INTERLEAVE_STRINGS(18basic_stringstream, buffer_of<std::stringstream>)

// A file is opened and closed without a sentry.
INTERLEAVE_EXPORT void* _ZNSt13basic_filebufIcSt11char_traitsIcEE5closeEv(std::filebuf* buffer) {
    accesses_buffer(buffer, true, INTERLEAVE_PLAIN_PC);
    return INTERLEAVE_REAL(_ZNSt13basic_filebufIcSt11char_traitsIcEE5closeEv)(buffer);
}
INTERLEAVE_EXPORT void* _ZNSt13basic_filebufIcSt11char_traitsIcEE4openEPKcSt13_Ios_Openmode(
    std::filebuf* buffer, const char* name, std::ios_base::openmode how) {
    accesses_buffer(buffer, true, INTERLEAVE_PLAIN_PC);
    return INTERLEAVE_REAL(_ZNSt13basic_filebufIcSt11char_traitsIcEE4openEPKcSt13_Ios_Openmode)(buffer, name, how);
}

// A pool of memory for one thread. What it keeps lies behind the pointer to its virtual functions.
INTERLEAVE_EXPORT void* _ZNSt3pmr28unsynchronized_pool_resource11do_allocateEmm(void* pool, std::size_t size,
                                                                                std::size_t alignment) {
    accesses(pool, sizeof(void*), sizeof(void*), true, INTERLEAVE_PLAIN_PC);
    return INTERLEAVE_REAL(_ZNSt3pmr28unsynchronized_pool_resource11do_allocateEmm)(pool, size, alignment);
}
INTERLEAVE_EXPORT void _ZNSt3pmr28unsynchronized_pool_resource13do_deallocateEPvmm(void* pool, void* block,
                                                                                   std::size_t size,
                                                                                   std::size_t alignment) {
    accesses(pool, sizeof(void*), sizeof(void*), true, INTERLEAVE_PLAIN_PC);
    INTERLEAVE_REAL(_ZNSt3pmr28unsynchronized_pool_resource13do_deallocateEPvmm)(pool, block, size, alignment);
}
