// input.cpp: standard input. Its content lies in a file in memory, which is descriptor 0; what the C library keeps
// about it is put back before each execution. Each call that reads from it is one step.

#include "interpose/input.hpp"

#include "interpose/export.hpp"
#include "interpose/real.hpp"
#include "model/primitives.hpp"
#include "trace/recorder.hpp"

#include <fcntl.h>
#include <stdio_ext.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <unistd.h>
#include <algorithm>
#include <cstdarg>
#include <cstring>
#include <cwchar>

namespace interleave {
namespace {

FILE* g_in = nullptr;
int g_content = -1;
bool g_used = true;  // since the last rewinding
char g_buffer[1 << 15];

bool is_in(const FILE* stream) { return exec.active && stream == g_in; }

void writes(void* address, std::size_t size, std::uintptr_t pc) {
    if (size != 0) exec.plain_access(reinterpret_cast<std::uintptr_t>(address), size, true, pc);
}

// Reads through `take` as one step: who reads first gets the first part.
template <class Take>
auto input_step(std::uintptr_t pc, Take&& take) {
    Object& object = exec.at(g_in, ObjectKind::input);
    exec.step({.op = Op::input, .object = &object, .pc = pc});
    g_used = true;
    auto result = take();
    exec.changed(object);
    if (exec.recorder != nullptr) exec.recorder->step(Op::input, &object, "", "", pc);
    return result;
}

// The size of what a conversion of scanf stores, after its '%' and width; 0: it stores text.
std::size_t number_size(const char*& at) {
    int longs = 0, shorts = 0;
    bool wide = false;
    for (; std::strchr("hlqjztL", *at) != nullptr && *at != '\0'; ++at) {
        longs += *at == 'l';
        shorts += *at == 'h';
        wide |= std::strchr("qjztL", *at) != nullptr;
    }
    switch (*at) {
        case 'd':
        case 'i':
        case 'o':
        case 'u':
        case 'x':
        case 'X':
        case 'n': return shorts == 2 ? 1 : shorts == 1 ? 2 : longs != 0 || wide ? 8 : 4;
        case 'a':
        case 'e':
        case 'f':
        case 'g':
        case 'A':
        case 'E':
        case 'F':
        case 'G': return at[-1] == 'L' ? 16 : longs != 0 ? 8 : 4;
        case 'p': return 8;
        case 'c': return 1;
        default: return 0;
    }
}

// What scanf has stored is written memory: all of the targets of the first `stored` conversions.
void scanned(const char* format, va_list targets, int stored, std::uintptr_t pc) {
    va_list list;
    va_copy(list, targets);
    for (const char* at = format; stored > 0 && *at != '\0'; ++at) {
        if (*at != '%') continue;
        if (*++at == '%') continue;
        const bool skipped = *at == '*';
        if (skipped) ++at;
        std::size_t width = 0;
        for (; *at >= '0' && *at <= '9'; ++at) width = width * 10 + static_cast<std::size_t>(*at - '0');
        const bool allocated = *at == 'm';
        if (allocated) ++at;
        std::size_t size = number_size(at);
        const char kind = *at;
        if (kind == '[') {
            if (at[1] == '^') ++at;
            ++at;  // a bracket that comes first belongs to the set
            while (at[0] != '\0' && at[1] != ']') ++at;
            if (*at != '\0') ++at;
        }
        if (*at == '\0') break;
        if (skipped) continue;
        void* const target = va_arg(list, void*);
        if (allocated)
            size = sizeof(char*);
        else if (size == 0)
            size = std::strlen(static_cast<const char*>(target)) + 1;
        else if (kind == 'c')
            size = std::max<std::size_t>(width, 1);
        writes(target, size, pc);
        if (kind != 'n') --stored;
    }
    va_end(list);
}

}  // namespace

bool provide_input(const std::string& file) {
    g_in = stdin;
    g_content = static_cast<int>(real_syscall(SYS_memfd_create, "standard input", MFD_CLOEXEC));
    if (g_content < 0) return false;
    if (file.empty()) return true;
    const int from = open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (from < 0) return false;
    ssize_t size = 0;
    while ((size = INTERLEAVE_REAL(read)(from, g_buffer, sizeof g_buffer)) > 0)
        if (INTERLEAVE_REAL(write)(g_content, g_buffer, static_cast<std::size_t>(size)) != size) size = -1;
    INTERLEAVE_REAL(close)(from);
    return size == 0;
}

void take_input() {
    // Descriptor 0 gets an offset of its own, and no way to write.
    char path[48];
    std::snprintf(path, sizeof path, "/proc/self/fd/%d", g_content);
    const int content = g_content < 0 ? -1 : open(path, O_RDONLY);
    const int input = content < 0 ? open("/dev/null", O_RDONLY) : content;
    dup2(input, 0);
    INTERLEAVE_REAL(close)(input);
}

void rewind_input() noexcept {
    if (!g_used || g_in == nullptr) return;
    g_used = false;
    __fpurge(g_in);
    std::clearerr(g_in);
    setvbuf(g_in, g_buffer, _IOFBF, sizeof g_buffer);  // not from the hand-in's heap
    lseek(0, 0, SEEK_SET);
}

}  // namespace interleave

using namespace interleave;

// --- characters ----------------------------------------------------------------------------------------------------
#undef getc
#undef getchar
#undef getc_unlocked
#undef getchar_unlocked
INTERLEAVE_EXPORT int fgetc(FILE* stream) {
    if (!is_in(stream)) return INTERLEAVE_REAL(fgetc)(stream);
    return input_step(INTERLEAVE_PC, [&] { return INTERLEAVE_REAL(fgetc)(stream); });
}
INTERLEAVE_EXPORT int getc(FILE* stream) {
    if (!is_in(stream)) return INTERLEAVE_REAL(fgetc)(stream);
    return input_step(INTERLEAVE_PC, [&] { return INTERLEAVE_REAL(fgetc)(stream); });
}
INTERLEAVE_EXPORT int getc_unlocked(FILE* stream) {
    if (!is_in(stream)) return INTERLEAVE_REAL(fgetc)(stream);
    return input_step(INTERLEAVE_PC, [&] { return INTERLEAVE_REAL(fgetc)(stream); });
}
INTERLEAVE_EXPORT int getchar() {
    if (!is_in(stdin)) return INTERLEAVE_REAL(fgetc)(stdin);
    return input_step(INTERLEAVE_PC, [&] { return INTERLEAVE_REAL(fgetc)(stdin); });
}
INTERLEAVE_EXPORT int getchar_unlocked() {
    if (!is_in(stdin)) return INTERLEAVE_REAL(fgetc)(stdin);
    return input_step(INTERLEAVE_PC, [&] { return INTERLEAVE_REAL(fgetc)(stdin); });
}
INTERLEAVE_EXPORT int ungetc(int character, FILE* stream) {
    if (!is_in(stream)) return INTERLEAVE_REAL(ungetc)(character, stream);
    return input_step(INTERLEAVE_PC, [&] { return INTERLEAVE_REAL(ungetc)(character, stream); });
}
INTERLEAVE_EXPORT wint_t fgetwc(FILE* stream) {
    if (!is_in(stream)) return INTERLEAVE_REAL(fgetwc)(stream);
    return input_step(INTERLEAVE_PC, [&] { return INTERLEAVE_REAL(fgetwc)(stream); });
}

// --- lines and blocks ----------------------------------------------------------------------------------------------
INTERLEAVE_EXPORT char* fgets(char* text, int size, FILE* stream) {
    if (!is_in(stream)) return INTERLEAVE_REAL(fgets)(text, size, stream);
    const auto pc = INTERLEAVE_PC;
    char* result = input_step(pc, [&] { return INTERLEAVE_REAL(fgets)(text, size, stream); });
    if (result != nullptr) writes(text, std::strlen(text) + 1, pc);
    return result;
}
INTERLEAVE_EXPORT std::size_t fread(void* data, std::size_t size, std::size_t count, FILE* stream) {
    if (!is_in(stream)) return INTERLEAVE_REAL(fread)(data, size, count, stream);
    const auto pc = INTERLEAVE_PC;
    const std::size_t result = input_step(pc, [&] { return INTERLEAVE_REAL(fread)(data, size, count, stream); });
    writes(data, result * size, pc);
    return result;
}
INTERLEAVE_EXPORT ssize_t getdelim(char** line, std::size_t* size, int delimiter, FILE* stream) {
    if (!is_in(stream)) return INTERLEAVE_REAL(getdelim)(line, size, delimiter, stream);
    const auto pc = INTERLEAVE_PC;
    const ssize_t result = input_step(pc, [&] { return INTERLEAVE_REAL(getdelim)(line, size, delimiter, stream); });
    if (result > 0) writes(*line, static_cast<std::size_t>(result) + 1, pc);
    return result;
}
INTERLEAVE_EXPORT ssize_t getline(char** line, std::size_t* size, FILE* stream) {
    if (!is_in(stream)) return INTERLEAVE_REAL(getline)(line, size, stream);
    const auto pc = INTERLEAVE_PC;
    const ssize_t result = input_step(pc, [&] { return INTERLEAVE_REAL(getdelim)(line, size, '\n', stream); });
    if (result > 0) writes(*line, static_cast<std::size_t>(result) + 1, pc);
    return result;
}
INTERLEAVE_EXPORT ssize_t read(int descriptor, void* data, std::size_t size) {
    if (!exec.active || descriptor != 0) return INTERLEAVE_REAL(read)(descriptor, data, size);
    const auto pc = INTERLEAVE_PC;
    const ssize_t result = input_step(pc, [&] { return INTERLEAVE_REAL(read)(descriptor, data, size); });
    if (result > 0) writes(data, static_cast<std::size_t>(result), pc);
    return result;
}
INTERLEAVE_EXPORT ssize_t readv(int descriptor, const iovec* parts, int count) {
    if (!exec.active || descriptor != 0) return INTERLEAVE_REAL(readv)(descriptor, parts, count);
    return input_step(INTERLEAVE_PC, [&] { return INTERLEAVE_REAL(readv)(descriptor, parts, count); });
}
INTERLEAVE_EXPORT off_t lseek(int descriptor, off_t offset, int whence) noexcept {
    if (exec.active && descriptor == 0) g_used = true;
    return static_cast<off_t>(real_syscall(SYS_lseek, descriptor, offset, whence));
}
INTERLEAVE_EXPORT int setvbuf(FILE* stream, char* buffer, int mode, std::size_t size) noexcept {
    // Its own buffers would outlive the execution whose memory they are.
    if (exec.active && (stream == stdin || stream == stdout || stream == stderr)) return 0;
    return INTERLEAVE_REAL(setvbuf)(stream, buffer, mode, size);
}
INTERLEAVE_EXPORT void setbuf(FILE* stream, char* buffer) noexcept {
    if (exec.active && (stream == stdin || stream == stdout || stream == stderr)) return;
    INTERLEAVE_REAL(setbuf)(stream, buffer);
}

// --- scanf, under each of its names ----------------------------------------------------------------------------------
namespace {
int scan(FILE* stream, const char* format, va_list list, std::uintptr_t pc) {
    const auto real = find_real<int(FILE*, const char*, va_list)>("__isoc99_vfscanf");
    if (!is_in(stream)) return real(stream, format, list);
    va_list targets;
    va_copy(targets, list);
    const int stored = input_step(pc, [&] { return real(stream, format, list); });
    scanned(format, targets, stored, pc);
    va_end(targets);
    return stored;
}
}  // namespace
#define INTERLEAVE_SCAN(STREAM)                                   \
    va_list list;                                                 \
    va_start(list, format);                                       \
    const int result = scan(STREAM, format, list, INTERLEAVE_PC); \
    va_end(list);                                                 \
    return result
#define INTERLEAVE_SCAN_NAMES(SCANF, FSCANF, VSCANF, VFSCANF)                                        \
    INTERLEAVE_EXPORT int SCANF(const char* format, ...) { INTERLEAVE_SCAN(stdin); }                 \
    INTERLEAVE_EXPORT int FSCANF(FILE* stream, const char* format, ...) { INTERLEAVE_SCAN(stream); } \
    INTERLEAVE_EXPORT int VSCANF(const char* format, va_list list) {                                 \
        return scan(stdin, format, list, INTERLEAVE_PC);                                             \
    }                                                                                                \
    INTERLEAVE_EXPORT int VFSCANF(FILE* stream, const char* format, va_list list) {                  \
        return scan(stream, format, list, INTERLEAVE_PC);                                            \
    }
INTERLEAVE_SCAN_NAMES(__isoc99_scanf, __isoc99_fscanf, __isoc99_vscanf, __isoc99_vfscanf)
INTERLEAVE_SCAN_NAMES(__isoc23_scanf, __isoc23_fscanf, __isoc23_vscanf, __isoc23_vfscanf)
