// library_data.cpp: finds the libraries' segments and the program's imports in what the dynamic linker has loaded.
#include "memory/library_data.hpp"

#include <elf.h>
#include <link.h>
#include <algorithm>
#include <cstring>

namespace interleave {
namespace {

using Bytes = LibraryData::Bytes;

struct Loaded {
    std::vector<Bytes> segments;     // writable, of all but the program
    std::size_t thread_storage = 0;  // below the thread pointer, of what was loaded at the start
    bool is_program = true;          // the next one that is visited
};

int visit(dl_phdr_info* info, std::size_t, void* context) {
    auto& loaded = *static_cast<Loaded*>(context);
    const bool is_program = loaded.is_program;
    loaded.is_program = false;
    std::uintptr_t relro_begin = 0, relro_end = 0;
    for (int i = 0; i < info->dlpi_phnum; ++i) {
        const auto& header = info->dlpi_phdr[i];
        const std::uintptr_t begin = info->dlpi_addr + header.p_vaddr;
        if (header.p_type == PT_GNU_RELRO) {
            relro_begin = begin;
            relro_end = (begin + header.p_memsz) & ~std::uintptr_t{4095};
        }
        if (header.p_type == PT_TLS) loaded.thread_storage += header.p_memsz + header.p_align;
    }
    for (int i = 0; i < info->dlpi_phnum && !is_program; ++i) {
        const auto& header = info->dlpi_phdr[i];
        if (header.p_type != PT_LOAD || (header.p_flags & PF_W) == 0) continue;
        std::uintptr_t begin = info->dlpi_addr + header.p_vaddr;
        const std::uintptr_t end = begin + header.p_memsz;
        if (relro_begin >= begin && relro_begin < end) begin = std::clamp(relro_end, begin, end);
        loaded.segments.emplace_back(reinterpret_cast<const std::byte*>(begin), end - begin);
    }
    return 0;
}

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
    // Of the C++ library all that opens no files; what is read in or printed goes through the engine.
    for (const std::string_view part : {"filesystem", "filebuf", "fstream", "random_device"})
        if (function.starts_with("_Z") && function.find(part) != std::string_view::npos) return false;
    for (const std::string_view family :
         {"_Z",      "__tsan_",   "__cxa_",    "_Unwind_", "_ITM_",   "__gxx_",  "__dynamic_cast", "pthread_mutex_",
          "pthread_cond_", "pthread_rwlock_", "pthread_barrier_", "pthread_spin_", "pthread_attr_", "sem_", "mem",
          "__mem",   "str",       "__str",     "wcs",      "wmem",    "is",      "to",     "__isoc",  "__ctype_"})
        if (function.starts_with(family)) return !function.starts_with("strtok");
    static constexpr std::string_view others[] = {
        "__errno_location",  "__gmon_start__",  "__libc_start_main",   "__stack_chk_fail", "__assert_fail",
        "main",              "malloc",          "calloc",              "realloc",          "free",
        "aligned_alloc",     "posix_memalign",  "abort",               "exit",             "_exit",
        "atexit",            "qsort",           "bsearch",             "abs",              "labs",
        "atoi",              "atol",            "atof",                "pthread_create",   "pthread_join",
        "pthread_detach",    "pthread_self",    "pthread_equal",       "pthread_once",     "sched_yield",
        "pthread_yield",     "nanosleep",       "clock_nanosleep",     "usleep",           "sleep",
        "clock_gettime",     "gettimeofday",    "time",                "printf",           "puts",
        "putchar",           "fputs",           "fputc",               "fwrite",           "fprintf",
        "vprintf",           "vfprintf",        "snprintf",            "sprintf",          "vsnprintf",
        "__printf_chk",      "__fprintf_chk",   "__snprintf_chk",      "__sprintf_chk",    "__vsnprintf_chk",
        "fflush",            "stdout",          "stderr",              "putc",             "rand",
        "sqrt",              "pow",             "sin",                 "cos",              "exp",
        "log",               "floor",           "ceil",                "round",            "fabs",
        "fmod",              "sqrtf",           "sqrtl",               "lround",           "llround",
        "get_nprocs",        "pthread_tryjoin_np",
    };
    return std::ranges::find(others, function) != std::end(others);
}

void LibraryData::find(std::span<const std::uintptr_t> thread_pointers, std::span<const Bytes> others) {
    Loaded loaded;
    dl_iterate_phdr(visit, &loaded);
    // A good part of what the C library keeps above the thread pointer; less than any version has.
    constexpr std::size_t above = 512;
    for (const std::uintptr_t pointer : thread_pointers)
        loaded.segments.emplace_back(reinterpret_cast<const std::byte*>(pointer - loaded.thread_storage),
                                     loaded.thread_storage + above);
    std::vector<Bytes> gaps(others.begin(), others.end());
    std::ranges::sort(gaps, {}, [](const Bytes& bytes) { return bytes.data(); });
    parts_.clear();
    const auto add = [&](const std::byte* begin, const std::byte* end) {
        if (begin < end) parts_.push_back({begin, {begin, end}});
    };
    for (const Bytes& segment : loaded.segments) {
        const std::byte* begin = segment.data();
        const std::byte* const end = begin + segment.size();
        for (const Bytes& gap : gaps) {
            const std::byte* const after = gap.data() + gap.size();
            if (after <= begin || gap.data() >= end) continue;
            add(begin, gap.data());
            begin = std::max(begin, after);
        }
        add(begin, end);
    }
}

// Allocates nothing: the allocator's state is in these segments, too.
void LibraryData::keep() noexcept {
    for (Part& part : parts_) std::memcpy(part.values.data(), part.begin, part.values.size());
}

bool LibraryData::stands() const noexcept {
    return std::ranges::all_of(parts_, [](const Part& part) {
        return std::memcmp(part.begin, part.values.data(), part.values.size()) == 0;
    });
}

}  // namespace interleave
