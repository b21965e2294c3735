// The first part of this target follows.
