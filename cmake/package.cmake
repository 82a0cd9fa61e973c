# The CMake package `interleave`: the engine for other projects' tests. Its target interleave::explored carries the flags
# that explored code is compiled with, whatever the project's own build type says.
if(NOT TARGET interleave)
    return()
endif()
set(package_flags ${LAB_EXPLORED_FLAGS})
list(FILTER package_flags EXCLUDE REGEX "^-(std=|W|pipe|g$)")
list(APPEND package_flags -g)
add_library(interleave_explored INTERFACE)
set_target_properties(interleave_explored PROPERTIES EXPORT_NAME explored)
target_link_libraries(interleave_explored INTERFACE interleave)
target_compile_features(interleave_explored INTERFACE cxx_std_20)
foreach(flag IN LISTS package_flags)
    target_compile_options(interleave_explored INTERFACE $<$<COMPILE_LANGUAGE:CXX,C>:${flag}>)
endforeach()
foreach(flag IN LISTS LAB_EXPLORED_FLAGS_GNU)
    target_compile_options(interleave_explored INTERFACE $<$<COMPILE_LANG_AND_ID:CXX,GNU>:${flag}>)
endforeach()
foreach(flag IN LISTS LAB_EXPLORED_FLAGS_CLANG)
    target_compile_options(interleave_explored INTERFACE "$<$<COMPILE_LANG_AND_ID:CXX,Clang>:SHELL:${flag}>")
endforeach()
target_include_directories(interleave_explored SYSTEM INTERFACE $<INSTALL_INTERFACE:${LAB_DATA_DIR}/engine/std>)
target_link_options(interleave_explored INTERFACE ${LAB_EXPLORED_LINK_FLAGS})
install(TARGETS interleave_explored EXPORT interleave_targets)

include(CMakePackageConfigHelpers)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/interleave)
configure_package_config_file(${CMAKE_SOURCE_DIR}/cmake/interleaveConfig.cmake.in ${CMAKE_BINARY_DIR}/interleaveConfig.cmake
                              INSTALL_DESTINATION ${package_folder} NO_SET_AND_CHECK_MACRO
                              NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/interleaveConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(EXPORT interleave_targets NAMESPACE interleave:: FILE interleaveTargets.cmake DESTINATION ${package_folder})
install(FILES ${CMAKE_BINARY_DIR}/interleaveConfig.cmake ${CMAKE_BINARY_DIR}/interleaveConfigVersion.cmake
        DESTINATION ${package_folder})
