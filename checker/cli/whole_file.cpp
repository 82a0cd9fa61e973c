// whole_file.cpp: a temporary file, then one rename.
#include "cli/whole_file.hpp"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>

namespace lab::cli {

namespace fs = std::filesystem;

std::string write_whole(const fs::path& file, const std::string& text) {
    std::string temporary = file.string() + ".XXXXXX";
    const int descriptor = mkostemp(temporary.data(), O_CLOEXEC);
    if (descriptor < 0) return std::strerror(errno);
    std::string trouble;
    for (std::string_view rest = text; !rest.empty() && trouble.empty();) {
        const ssize_t written = write(descriptor, rest.data(), rest.size());
        if (written >= 0)
            rest.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            trouble = std::strerror(errno);
    }
    const mode_t mask = umask(0);
    umask(mask);
    if (trouble.empty() && fchmod(descriptor, 0666 & ~mask) != 0) trouble = std::strerror(errno);
    if (close(descriptor) != 0 && trouble.empty()) trouble = std::strerror(errno);
    if (trouble.empty() && std::rename(temporary.c_str(), file.c_str()) != 0) trouble = std::strerror(errno);
    if (!trouble.empty()) unlink(temporary.c_str());
    return trouble;
}

}  // namespace lab::cli
