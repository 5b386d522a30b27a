# SPDX-License-Identifier: GPL-3.0-or-later

# What every target of ours is compiled with.
add_library(anteroom_flags INTERFACE)
target_include_directories(anteroom_flags INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(anteroom_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH QT_NO_KEYWORDS QT_NO_JAVA_STYLE_ITERATORS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400
    ANTEROOM_VERSION="${PROJECT_VERSION}")
target_compile_options(anteroom_flags INTERFACE
    # A designated initialiser leaves the rest at its default on purpose.
    -Wall -Wextra -Wno-missing-field-initializers -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough)
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
    # Older ones ask for it themselves. Without it programs get -fPIE, and then refuse the libraries' precompiled headers.
    target_compile_options(anteroom_flags INTERFACE -fPIC)
    # What was deprecated after the oldest version we build with has no other name there.
    target_compile_definitions(anteroom_flags INTERFACE QT_WARN_DEPRECATED_UP_TO=0x060400)
endif()
if(ANTEROOM_WERROR)
    target_compile_options(anteroom_flags INTERFACE -Werror)
endif()

# anteroom_layer(NAME): the static library of one layer; its folders add their sources to it.
function(anteroom_layer name)
    add_library(${name} STATIC)
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    # The folders' lists add the sources, but moc runs again only when this folder's own list changes: without
    # this a header that one of the others begins to name stays unseen in an existing build folder.
    file(GLOB lists CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*/CMakeLists.txt")
    set(stamp "${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/timestamp")
    foreach(list IN LISTS lists)
        if("${list}" IS_NEWER_THAN "${stamp}")
            file(REMOVE "${stamp}")
        endif()
    endforeach()
    target_link_libraries(${name} PUBLIC anteroom_flags)
endfunction()

function(anteroom_pch target)
    if(ANTEROOM_PCH)
        target_precompile_headers(${target} PRIVATE ${ARGN})
    endif()
endfunction()
