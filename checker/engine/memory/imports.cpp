// imports.cpp: reads the program's dynamic symbols and knows what the functions of the libraries act on.
#include "memory/imports.hpp"

#include <elf.h>
#include <link.h>
#include <cstddef>
#include <cstdint>

namespace interleave {
namespace {

// Words, of which `fits` says yes to some.
template <class Fits>
bool any_word(std::string_view words, Fits&& fits) {
    while (!words.empty()) {
        const std::size_t begin = words.find_first_not_of(" \n");
        if (begin == words.npos) return false;
        words.remove_prefix(begin);
        const std::size_t end = words.find_first_of(" \n");
        if (fits(words.substr(0, end))) return true;
        words.remove_prefix(end == words.npos ? words.size() : end);
    }
    return false;
}

// Of the C++ library all but what opens files or sets something for the whole program; what is read and printed goes
// through the engine.
constexpr std::string_view not_of_cpp = R"(
    filesystem filebuf fstream basic_file random_device tzdb time_zone
    set_new_handler set_default_resource set_terminate set_unexpected locale6global xalloc)";
constexpr std::string_view families = R"(
    _Z interleave_ __tsan_ __cxa_ _Unwind_ _ITM_ __gxx_
    pthread_mutex_ pthread_cond_ pthread_rwlock_ pthread_barrier_ pthread_spin_ pthread_attr_
    memc memm memrchr memset mempcpy __mem str __str wcs wmem is to __isoc __ctype_)";
constexpr std::string_view single_functions = R"(
    main __libc_start_main __gmon_start__ __errno_location __stack_chk_fail __assert_fail __dynamic_cast
    __once_proxy __tls_get_addr
    malloc calloc realloc free aligned_alloc posix_memalign abort exit _exit atexit
    pthread_create pthread_join pthread_detach pthread_self pthread_equal pthread_once pthread_yield
    pthread_tryjoin_np sched_yield nanosleep clock_nanosleep usleep sleep clock_gettime gettimeofday time
    sem_init sem_destroy sem_wait sem_trywait sem_timedwait sem_clockwait sem_post sem_getvalue
    stdout stderr printf puts putchar putc fputs fputc fwrite fprintf vprintf vfprintf fflush
    snprintf sprintf vsnprintf __printf_chk __fprintf_chk __snprintf_chk __sprintf_chk __vsnprintf_chk
    qsort bsearch abs labs atoi atol atof rand get_nprocs
    sqrt sqrtf sqrtl pow sin cos exp log floor ceil round fabs fmod lround llround)";

// The undefined symbols come before those that the hash table knows.
std::size_t count_of_undefined(const std::uint32_t* gnu_hash) { return gnu_hash[1]; }

struct Imports {
    bool harmless = true;
};

int visit_imports(dl_phdr_info* info, std::size_t, void* context) {
    auto& imports = *static_cast<Imports*>(context);
    const ElfW(Sym)* symbols = nullptr;
    const char* names = nullptr;
    const std::uint32_t* gnu_hash = nullptr;
    for (int i = 0; i < info->dlpi_phnum; ++i) {
        if (info->dlpi_phdr[i].p_type != PT_DYNAMIC) continue;
        const auto* entry = reinterpret_cast<const ElfW(Dyn)*>(info->dlpi_addr + info->dlpi_phdr[i].p_vaddr);
        for (; entry->d_tag != DT_NULL; ++entry) {
            if (entry->d_tag == DT_SYMTAB) symbols = reinterpret_cast<const ElfW(Sym)*>(entry->d_un.d_ptr);
            if (entry->d_tag == DT_STRTAB) names = reinterpret_cast<const char*>(entry->d_un.d_ptr);
            if (entry->d_tag == DT_GNU_HASH) gnu_hash = reinterpret_cast<const std::uint32_t*>(entry->d_un.d_ptr);
        }
    }
    imports.harmless = symbols != nullptr && names != nullptr && gnu_hash != nullptr;
    const std::size_t count = imports.harmless ? count_of_undefined(gnu_hash) : 0;
    for (std::size_t i = 1; i < count; ++i)
        if (symbols[i].st_shndx == SHN_UNDEF && !acts_on_memory_only(names + symbols[i].st_name))
            imports.harmless = false;
    return 1;  // the program comes first
}

}  // namespace

bool imports_act_on_memory_only() {
    Imports imports;
    dl_iterate_phdr(visit_imports, &imports);
    return imports.harmless;
}

bool acts_on_memory_only(std::string_view function) {
    const auto is = [&](std::string_view word) { return function == word; };
    const auto begins_with = [&](std::string_view word) { return function.starts_with(word); };
    const auto contains = [&](std::string_view word) { return function.find(word) != function.npos; };
    if (function.starts_with("_Z") && any_word(not_of_cpp, contains)) return false;
    if (function.starts_with("strtok") || function == "strfry") return false;
    return any_word(families, begins_with) || any_word(single_functions, is);
}

}  // namespace interleave
