# Warnings and sanitizers for our own code, as interface targets that a target links.
add_library(lab_warnings INTERFACE)
target_compile_options(lab_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(lab_warnings INTERFACE -Wno-restrict)  # false for std::string: GCC PR 105651
endif()
if(LAB_WARNINGS_AS_ERRORS)
    target_compile_options(lab_warnings INTERFACE -Werror)
endif()

# Only the checker's rooms are sanitized: the engine replaces the calls that sanitizers replace too.
add_library(lab_sanitizers INTERFACE)
if(LAB_SANITIZE)
    target_compile_options(lab_sanitizers INTERFACE -fsanitize=${LAB_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(lab_sanitizers INTERFACE -fsanitize=${LAB_SANITIZE})
endif()
