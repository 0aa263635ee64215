export { FieldMap as default } from '@fieldmap/slides/vue'
