// streams.cpp: stdout and stderr as seen by the hand-in. Each call that prints is one step; its text is kept whole.

#include "interpose/streams.hpp"

#include "interpose/export.hpp"
#include "interpose/real.hpp"
#include "model/primitives.hpp"
#include "trace/recorder.hpp"

#include <dlfcn.h>
#include <stdio_ext.h>
#include <sys/uio.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <cwchar>
#include <iostream>
#include <streambuf>
#include <vector>

namespace interleave {
namespace {

FILE* g_out = nullptr;
FILE* g_error = nullptr;
std::uint32_t g_closed = 0;  // the execution in which standard output was closed last

bool is_out(FILE* stream) { return exec.active && stream == g_out; }

ssize_t receive(void*, const char* text, std::size_t size) {
    if (exec.active || exec.ending)
        append_output(text, size);
    else
        static_cast<void>(!::write(1, text, size));
    return static_cast<ssize_t>(size);
}
ssize_t receive_error(void*, const char* text, std::size_t size) {
    if (!exec.active) static_cast<void>(!::write(2, text, size));
    return static_cast<ssize_t>(size);
}

bool g_imbued = false;  // some of the buffers below, in this execution

// What std::cout writes to. No buffer: every insertion arrives as it is.
class CaptureBuffer : public std::streambuf {
protected:
    int_type overflow(int_type character) override {
        if (traits_type::eq_int_type(character, traits_type::eof())) return traits_type::not_eof(character);
        const char one = traits_type::to_char_type(character);
        xsputn(&one, 1);
        return character;
    }
    std::streamsize xsputn(const char* text, std::streamsize size) override {
        if (exec.active)
            write_output(text, static_cast<std::size_t>(size), 0);
        else
            static_cast<void>(!::write(1, text, static_cast<std::size_t>(size)));
        return size;
    }
    void imbue(const std::locale&) override { g_imbued = true; }
};
class ErrorBuffer : public std::streambuf {
protected:
    int_type overflow(int_type character) override { return traits_type::not_eof(character); }
    std::streamsize xsputn(const char* text, std::streamsize size) override {
        if (!exec.active) static_cast<void>(!::write(2, text, static_cast<std::size_t>(size)));
        return size;
    }
    void imbue(const std::locale&) override { g_imbued = true; }
};

// What std::wcout writes to: the bytes that the C locale makes of the characters.
class WideBuffer : public std::wstreambuf {
public:
    explicit WideBuffer(std::streambuf& bytes) : bytes_(bytes) {}

protected:
    int_type overflow(int_type character) override {
        if (traits_type::eq_int_type(character, traits_type::eof())) return traits_type::not_eof(character);
        const wchar_t one = traits_type::to_char_type(character);
        return xsputn(&one, 1) == 1 ? character : traits_type::eof();
    }
    std::streamsize xsputn(const wchar_t* text, std::streamsize size) override {
        std::string bytes;
        std::mbstate_t state{};
        std::streamsize done = 0;
        for (; done < size; ++done) {
            char one[MB_LEN_MAX];
            const std::size_t length = std::wcrtomb(one, text[done], &state);
            if (length == static_cast<std::size_t>(-1)) break;
            bytes.append(one, length);
        }
        if (!bytes.empty()) bytes_.sputn(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return done;
    }
    void imbue(const std::locale&) override { g_imbued = true; }

private:
    std::streambuf& bytes_;
};

// A buffer as it is before any execution.
struct Original {
    void* buffer;
    std::size_t size;
    unsigned char bytes[128];
};
std::vector<Original> g_originals;

template <class Buffer>
void keep_original(Buffer& buffer) {
    Original& original = g_originals.emplace_back(Original{&buffer, sizeof buffer, {}});
    static_assert(sizeof buffer <= sizeof original.bytes);
    std::memcpy(original.bytes, static_cast<const void*>(&buffer), sizeof buffer);
}

template <class Stream>
bool inside(std::uintptr_t address, const Stream& stream) {
    return address - reinterpret_cast<std::uintptr_t>(&stream) < sizeof stream;
}

// What the hand-in gives to be printed is read here.
void reads(const void* data, std::size_t size, std::uintptr_t pc) {
    if (exec.active && size != 0) exec.plain_access(reinterpret_cast<std::uintptr_t>(data), size, false, pc);
}

// The text of the latest output event, for the trace.
void record_output(std::size_t from, std::uintptr_t pc) {
    if (exec.recorder == nullptr) return;
    const std::size_t end = exec.output.size();
    std::string text = exec.output.substr(from < end ? from : end);
    if (text.size() > 30) text = text.substr(0, 27) + "...";
    exec.recorder->step(Op::output, exec.output_object, text.c_str(), "", pc);
}

}  // namespace

void capture_streams() {
    cookie_io_functions_t to_output{nullptr, receive, nullptr, nullptr};
    cookie_io_functions_t to_error{nullptr, receive_error, nullptr, nullptr};
    g_out = fopencookie(nullptr, "w", to_output);
    g_error = fopencookie(nullptr, "w", to_error);
    if (g_out != nullptr) {
        setvbuf(g_out, nullptr, _IONBF, 0);
        stdout = g_out;
    }
    if (g_error != nullptr) {
        setvbuf(g_error, nullptr, _IONBF, 0);
        stderr = g_error;
    }
    static CaptureBuffer output_buffer;
    static ErrorBuffer error_buffer;
    std::cout.rdbuf(&output_buffer);
    std::cerr.rdbuf(&error_buffer);
    std::clog.rdbuf(&error_buffer);
    static WideBuffer wide_output(output_buffer);
    static WideBuffer wide_error(error_buffer);
    std::wcout.rdbuf(&wide_output);
    std::wcerr.rdbuf(&wide_error);
    std::wclog.rdbuf(&wide_error);
    std::cin.tie(nullptr);
    g_originals.clear();
    keep_original(output_buffer);
    keep_original(error_buffer);
    keep_original(wide_output);
    keep_original(wide_error);
}

void restore_streams() noexcept {
    if (!g_imbued) return;
    g_imbued = false;
    // The locale that is lost has facets on a heap that is no more.
    for (const Original& original : g_originals) std::memcpy(original.buffer, original.bytes, original.size);
}

bool is_standard_stream(std::uintptr_t address) noexcept {
    return inside(address, std::cout) || inside(address, std::cerr) || inside(address, std::clog) ||
           inside(address, std::cin) || inside(address, std::wcout) || inside(address, std::wcerr) ||
           inside(address, std::wclog) || inside(address, std::wcin);
}

void flush_output() {
    if (g_out != nullptr && __fpending(g_out) != 0) std::fflush(g_out);
}

void append_output(const char* text, std::size_t size) {
    // No failure from here: the C library holds the stream's lock. See check_output().
    if (exec.main_ended || g_closed == exec.generation) return;
    exec.output.append(text, std::min(size, exec.limits.output + 1 - std::min(exec.output.size(), exec.limits.output)));
}

static Object& stream_lock(FILE* stream) { return exec.at(stream, ObjectKind::recursive_mutex); }

static void lock_stream(FILE* stream, std::uintptr_t pc) {
    Object& object = stream_lock(stream);
    if (object.owner == exec.current->id) {
        ++object.recursion;
        return;
    }
    exec.step({.op = Op::lock,
               .object = &object,
               .enabled = [](const Thread& thread) { return mutex_is_free(*thread.pending->object); },
               .pc = pc});
    take_mutex(object);
}

void output_step(std::uintptr_t pc) {
    // Whoever holds the stream (flockfile) prints alone.
    exec.step({.op = Op::output,
               .object = exec.output_object,
               .enabled =
                   [](const Thread& thread) {
                       const Object* lock = exec.existing(g_out);
                       return lock == nullptr || lock->owner == no_thread || lock->owner == thread.id;
                   },
               .pc = pc});
    if (Object* lock = exec.existing(g_out)) exec.touch(*lock, false);
    if (exec.main_ended)
        exec.fail(FailureKind::leak,
                  thread_name(exec.current->id) + " still prints after main has ended: nobody waited for it");
}

static void check_output() {
    if (exec.output.size() > exec.limits.output)
        exec.fail(FailureKind::output_limit, "more than " + grouped(exec.limits.output) + " bytes of output");
}

void write_output(const char* text, std::size_t size, std::uintptr_t pc) {
    output_step(pc);
    const std::size_t before = exec.output.size();
    append_output(text, size);
    exec.changed(*exec.output_object);
    record_output(before, pc);
    check_output();
}

namespace {

// Prints through `print`, which ends in append_output(), as one step.
template <class Print>
auto print_step(std::uintptr_t pc, Print&& print) {
    output_step(pc);
    const std::size_t before = exec.output.size();
    auto result = print();
    exec.changed(*exec.output_object);
    record_output(before, pc);
    check_output();
    return result;
}

}  // namespace
}  // namespace interleave

using namespace interleave;

INTERLEAVE_EXPORT int vfprintf(FILE* stream, const char* format, va_list list) {
    const auto real = INTERLEAVE_REAL(vfprintf);
    if (!is_out(stream)) return real(stream, format, list);
    return print_step(INTERLEAVE_PC, [&] { return real(stream, format, list); });
}
#define INTERLEAVE_PRINT(STREAM)                                                                                  \
    va_list list;                                                                                                 \
    va_start(list, format);                                                                                       \
    const auto real = INTERLEAVE_REAL(vfprintf);                                                                  \
    const auto pc = INTERLEAVE_PC;                                                                                \
    const int result =                                                                                            \
        is_out(STREAM) ? print_step(pc, [&] { return real(STREAM, format, list); }) : real(STREAM, format, list); \
    va_end(list);                                                                                                 \
    return result

INTERLEAVE_EXPORT int vprintf(const char* format, va_list list) {
    const auto real = INTERLEAVE_REAL(vfprintf);
    if (!is_out(stdout)) return real(stdout, format, list);
    return print_step(INTERLEAVE_PC, [&] { return real(stdout, format, list); });
}
INTERLEAVE_EXPORT int printf(const char* format, ...) { INTERLEAVE_PRINT(stdout); }
INTERLEAVE_EXPORT int fprintf(FILE* stream, const char* format, ...) { INTERLEAVE_PRINT(stream); }
INTERLEAVE_EXPORT int __printf_chk(int, const char* format, ...) { INTERLEAVE_PRINT(stdout); }
INTERLEAVE_EXPORT int __fprintf_chk(FILE* stream, int, const char* format, ...) { INTERLEAVE_PRINT(stream); }

INTERLEAVE_EXPORT int puts(const char* text) {
    if (!is_out(stdout)) return INTERLEAVE_REAL(puts)(text);
    reads(text, std::strlen(text) + 1, INTERLEAVE_PC);
    return print_step(INTERLEAVE_PC, [&] {
        const int result = INTERLEAVE_REAL(fputs)(text, stdout);
        return result < 0 ? result : INTERLEAVE_REAL(fputs)("\n", stdout);
    });
}
INTERLEAVE_EXPORT int fputs(const char* text, FILE* stream) {
    if (!is_out(stream)) return INTERLEAVE_REAL(fputs)(text, stream);
    reads(text, std::strlen(text) + 1, INTERLEAVE_PC);
    return print_step(INTERLEAVE_PC, [&] { return INTERLEAVE_REAL(fputs)(text, stream); });
}
INTERLEAVE_EXPORT int fputc(int character, FILE* stream) {
    if (!is_out(stream)) return INTERLEAVE_REAL(fputc)(character, stream);
    return print_step(INTERLEAVE_PC, [&] { return INTERLEAVE_REAL(fputc)(character, stream); });
}
#undef putc
INTERLEAVE_EXPORT int putc(int character, FILE* stream) {
    if (!is_out(stream)) return INTERLEAVE_REAL(fputc)(character, stream);
    return print_step(INTERLEAVE_PC, [&] { return INTERLEAVE_REAL(fputc)(character, stream); });
}
#undef putchar
INTERLEAVE_EXPORT int putchar(int character) {
    if (!is_out(stdout)) return INTERLEAVE_REAL(fputc)(character, stdout);
    return print_step(INTERLEAVE_PC, [&] { return INTERLEAVE_REAL(fputc)(character, stdout); });
}
INTERLEAVE_EXPORT unsigned long fwrite(const void* data, std::size_t size, std::size_t count, FILE* stream) {
    if (!is_out(stream)) return INTERLEAVE_REAL(fwrite)(data, size, count, stream);
    reads(data, size * count, INTERLEAVE_PC);
    return print_step(INTERLEAVE_PC, [&] { return INTERLEAVE_REAL(fwrite)(data, size, count, stream); });
}
INTERLEAVE_EXPORT ssize_t write(int descriptor, const void* data, std::size_t size) {
    static const auto real = INTERLEAVE_REAL(write);
    if (!exec.active || (descriptor != 1 && descriptor != 2)) return real(descriptor, data, size);
    reads(data, size, INTERLEAVE_PC);
    if (descriptor == 1) write_output(static_cast<const char*>(data), size, INTERLEAVE_PC);
    return static_cast<ssize_t>(size);
}
INTERLEAVE_EXPORT int vdprintf(int descriptor, const char* format, va_list list) {
    const auto real = reinterpret_cast<int (*)(int, const char*, va_list)>(dlsym(RTLD_NEXT, "vdprintf"));
    if (!exec.active || (descriptor != 1 && descriptor != 2)) return real(descriptor, format, list);
    char* text = nullptr;
    const int size = vasprintf(&text, format, list);
    if (size < 0) return size;
    if (descriptor == 1) write_output(text, static_cast<std::size_t>(size), INTERLEAVE_PC);
    std::free(text);
    return size;
}
INTERLEAVE_EXPORT int dprintf(int descriptor, const char* format, ...) {
    va_list list;
    va_start(list, format);
    const int result = vdprintf(descriptor, format, list);
    va_end(list);
    return result;
}
// A stream's own lock: held over several calls, it keeps other threads' output away.
INTERLEAVE_EXPORT void flockfile(FILE* stream) {
    if (!exec.active) return INTERLEAVE_REAL(flockfile)(stream);
    lock_stream(stream, INTERLEAVE_PC);
}
INTERLEAVE_EXPORT int ftrylockfile(FILE* stream) {
    if (!exec.active) return INTERLEAVE_REAL(ftrylockfile)(stream);
    Object& object = stream_lock(stream);
    exec.step({.op = Op::try_lock, .object = &object, .pc = INTERLEAVE_PC});
    if (object.owner != no_thread && object.owner != exec.current->id) {
        exec.looked(object, INTERLEAVE_PC, true);
        return -1;
    }
    if (object.owner == exec.current->id)
        ++object.recursion;
    else
        take_mutex(object);
    return 0;
}
INTERLEAVE_EXPORT void funlockfile(FILE* stream) {
    if (!exec.active) return INTERLEAVE_REAL(funlockfile)(stream);
    Object& object = stream_lock(stream);
    if (object.owner != exec.current->id)
        exec.fail(FailureKind::misuse, thread_name(exec.current->id) + " unlocks a stream that it has not locked");
    if (--object.recursion > 0) return;
    exec.step({.op = Op::unlock, .object = &object, .pc = INTERLEAVE_PC});
    give_mutex(object);
}
// Closing the standard streams would take the capture away; the hand-in learns that it worked.
INTERLEAVE_EXPORT int fclose(FILE* stream) {
    if (stream == g_out || stream == g_error) return 0;
    return INTERLEAVE_REAL(fclose)(stream);
}
INTERLEAVE_EXPORT int close(int descriptor) {
    if (exec.active && descriptor == 1) g_closed = exec.generation;
    if (exec.active && descriptor >= 0 && descriptor <= 2) return 0;
    return INTERLEAVE_REAL(close)(descriptor);
}

// std::ios_base::sync_with_stdio(bool): the streams stay captured.
extern "C" __attribute__((visibility("default"))) bool interleave_sync_with_stdio(bool) __asm__(
    "_ZNSt8ios_base15sync_with_stdioEb");
bool interleave_sync_with_stdio(bool) { return true; }
