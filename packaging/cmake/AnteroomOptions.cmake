# SPDX-License-Identifier: GPL-3.0-or-later
option(ANTEROOM_WERROR "Treat warnings as errors" OFF)
option(ANTEROOM_PCH "Use precompiled headers" ON)
option(ANTEROOM_BROWSER_TESTS "Fail where the tests in a browser cannot run" OFF)
set(ANTEROOM_SANITIZE "" CACHE STRING "Sanitizers to build with, for example address,undefined")

include(CTest)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()
# -O2, not CMake's -O3: the difference is not measurable here and the build is shorter.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1")

find_program(ANTEROOM_CCACHE ccache)
if(ANTEROOM_CCACHE)
    # Precompiled headers need the sloppiness, or every translation unit misses the cache. Paths count from the root
    # of the source, so that a second clone builds from what the first one left: one minute instead of six.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}
        CCACHE_NOHASHDIR=1
        ${ANTEROOM_CCACHE})
endif()

find_program(ANTEROOM_LLD ld.lld)
if(ANTEROOM_LLD)
    add_link_options(-fuse-ld=lld)
endif()

add_compile_options(-fstack-protector-strong -fstack-clash-protection)
add_link_options(-Wl,-z,relro,-z,now)
if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug" AND NOT ANTEROOM_SANITIZE)
    add_compile_definitions(_FORTIFY_SOURCE=2)
endif()

if(ANTEROOM_SANITIZE)
    add_compile_options(-fsanitize=${ANTEROOM_SANITIZE} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${ANTEROOM_SANITIZE})
endif()
